package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;

class H2JoiningContractTest extends StoreContracts {
    private static final TicketStorage STORE =
            new TransactionPerCall(TestDatabase.withTables(TestDatabase.h2()), JdbcOptions.defaults());

    @Override
    TicketStorage store() {
        return STORE;
    }
}
