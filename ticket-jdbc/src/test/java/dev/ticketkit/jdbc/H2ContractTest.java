package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;

class H2ContractTest extends StoreContracts {
    private static final TicketStorage STORE = JdbcStorage.owning(TestDatabase.withTables(TestDatabase.h2()));

    @Override
    TicketStorage store() {
        return STORE;
    }
}
