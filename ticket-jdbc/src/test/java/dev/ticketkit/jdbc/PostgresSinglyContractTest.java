package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

/** Commits that never share a transaction. */
class PostgresSinglyContractTest extends TicketStorageContract {
    private static final TicketStorage STORE = JdbcStorage.owning(
            TestDatabase.withTables(TestDatabase.postgres()),
            JdbcOptions.builder().coalesce(false).build());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
