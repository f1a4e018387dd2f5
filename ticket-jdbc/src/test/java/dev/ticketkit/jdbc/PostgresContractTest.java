package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

class PostgresContractTest extends TicketStorageContract {
    private static final TicketStorage STORE = JdbcStorage.owning(TestDatabase.withTables(TestDatabase.postgres()));

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
