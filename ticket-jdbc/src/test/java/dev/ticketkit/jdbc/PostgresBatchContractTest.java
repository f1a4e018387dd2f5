package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

/** Every commit is a batch of one. */
class PostgresBatchContractTest extends TicketStorageContract {
    private static final TicketStorage STORE = BatchForms.alone(TestDatabase.withTables(SqlDialect.POSTGRESQL));

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
