package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

class H2ContractTest extends TicketStorageContract {
    private static final TicketStorage STORE = JdbcStorage.owning(TestDatabase.withTables(TestDatabase.h2()));

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
