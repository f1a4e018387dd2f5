package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

class PostgresNamedTablesContractTest extends TicketStorageContract {
    private static final TicketStorage STORE = NamedTables.in(TestDatabase.postgres());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
