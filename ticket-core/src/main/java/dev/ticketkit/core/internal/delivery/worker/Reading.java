package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one delivery is about: read once for all its consumers. Of one thread. */
final class Reading {
    private final TicketStorage storage;
    private final Delivery delivery;
    private Optional<TicketEvent> event = Optional.empty();
    private Optional<Ticket> ticket = Optional.empty();
    private Optional<Firing> firing = Optional.empty();

    Reading(TicketStorage storage, Delivery delivery) {
        this.storage = storage;
        this.delivery = delivery;
    }

    /** With what was read before; null for what was not. */
    Reading(TicketStorage storage, Delivery delivery, @Nullable TicketEvent event, @Nullable Ticket ticket) {
        this(storage, delivery);
        this.event = Optional.ofNullable(event);
        this.ticket = Optional.ofNullable(ticket);
    }

    /** Reads what is missing, so that nothing is read while a consumer works. */
    void readAll() {
        if (event().isPresent()) {
            ticket();
        } else {
            firing();
        }
    }

    Optional<TicketEvent> event() {
        if (event.isEmpty()) {
            event = storage.events().event(delivery.tenant(), delivery.eventId());
        }
        return event;
    }

    Optional<Ticket> ticket() {
        if (ticket.isEmpty()) {
            ticket = storage.tickets().find(delivery.tenant(), delivery.ticketId());
        }
        return ticket;
    }

    /** A firing has no event of its id. */
    Optional<Firing> firing() {
        if (firing.isEmpty() && event().isEmpty()) {
            firing = storage.executions().firing(delivery.tenant(), delivery.eventId());
        }
        return firing;
    }
}
