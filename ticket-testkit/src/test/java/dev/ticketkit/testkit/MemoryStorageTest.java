package dev.ticketkit.testkit;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;

/** The reference implementation passes every contract. All share one store, as tests on a database do. */
class MemoryStorageTest extends TicketStorageContract {
    private static final TicketStorage STORAGE = new MemoryStorage();

    @Override
    protected TicketStorage storage() {
        return STORAGE;
    }
}
