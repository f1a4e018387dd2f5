package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.NamedTables;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

/** In memory, under names of the host's own: a statement that forgets them finds no table. */
class H2ContractTest extends TicketStorageContract {
    private static final TicketStorage STORE = NamedTables.in(TestDatabase.h2());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
