package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

class H2JoiningContractTest extends TicketStorageContract {
    private static final TicketStorage STORE =
            new TransactionPerCall(TestDatabase.withTables(TestDatabase.h2()), JdbcOptions.defaults());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
