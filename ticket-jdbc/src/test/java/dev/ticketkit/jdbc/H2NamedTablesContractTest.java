package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

class H2NamedTablesContractTest extends TicketStorageContract {
    private static final TicketStorage STORE = NamedTables.in(TestDatabase.h2());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
