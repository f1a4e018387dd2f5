package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

/** Every commit is a batch with openings of other tenants before and after it. */
class PostgresMixedBatchContractTest extends TicketStorageContract {
    private static final TicketStorage STORE = BatchForms.amongOthers(TestDatabase.withTables(SqlDialect.POSTGRESQL));

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
