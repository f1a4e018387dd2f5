package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;

class H2NamedTablesContractTest extends StoreContracts {
    private static final TicketStorage STORE = NamedTables.in(TestDatabase.h2());

    @Override
    TicketStorage store() {
        return STORE;
    }
}
