package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

class PostgresJoiningContractTest extends TicketStorageContract {
    private static final TicketStorage STORE =
            new TransactionPerCall(TestDatabase.withTables(TestDatabase.postgres()), JdbcOptions.defaults());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
