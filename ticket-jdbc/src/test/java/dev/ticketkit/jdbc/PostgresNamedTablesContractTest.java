package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;

class PostgresNamedTablesContractTest extends StoreContracts {
    private static final TicketStorage STORE = NamedTables.in(TestDatabase.postgres());

    @Override
    TicketStorage store() {
        return STORE;
    }
}
