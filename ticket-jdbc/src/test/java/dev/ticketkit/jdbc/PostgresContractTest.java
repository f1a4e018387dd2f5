package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;

class PostgresContractTest extends StoreContracts {
    private static final TicketStorage STORE = JdbcStorage.owning(TestDatabase.withTables(TestDatabase.postgres()));

    @Override
    TicketStorage store() {
        return STORE;
    }
}
