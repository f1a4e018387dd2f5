package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.NamedTables;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

/** Commits that never share a transaction, under names of the host's own: a statement that forgets them finds no table. */
class PostgresSinglyContractTest extends TicketStorageContract {
    private static final TicketStorage STORE = NamedTables.in(
            TestDatabase.postgres(), NamedTables.names().coalesce(false).build());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
