package dev.ticketkit.testkit;

import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.ContactStore;
import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;

/** A store as small as one may be: nothing but what has no default. */
record FirstRingOnly(TicketStorage whole) implements TicketStorage {
    @Override
    public TicketStore tickets() {
        return whole.tickets();
    }

    @Override
    public EventStore events() {
        return whole.events();
    }

    @Override
    public StatusStore statuses() {
        return whole.statuses();
    }

    @Override
    public CategoryStore categories() {
        return whole.categories();
    }

    @Override
    public ContactStore contacts() {
        return whole.contacts();
    }

    @Override
    public ReferenceNumbers numbers() {
        return whole.numbers();
    }
}
