package dev.ticketkit.acceptance;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.MemoryStorage;

/** The stores every rule is tested on; each is made once and shared, tests use tenants of their own. */
@SuppressWarnings("ImmutableEnumChecker") // each store is opened by the first test that asks for it
enum Store {
    MEMORY {
        @Override
        TicketStorage open() {
            return new MemoryStorage();
        }
    };

    private TicketStorage storage;

    abstract TicketStorage open();

    synchronized TicketStorage storage() {
        if (storage == null) {
            storage = open();
        }
        return storage;
    }
}
