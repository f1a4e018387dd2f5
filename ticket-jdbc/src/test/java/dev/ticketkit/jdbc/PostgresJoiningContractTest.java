package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;

class PostgresJoiningContractTest extends StoreContracts {
    private static final TicketStorage STORE =
            new TransactionPerCall(TestDatabase.withTables(TestDatabase.postgres()), JdbcOptions.defaults());

    @Override
    TicketStorage store() {
        return STORE;
    }
}
