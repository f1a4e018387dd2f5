package dev.ticketkit.core.delivery;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.Delivery;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the deliveries of one batch are about, read for all of them at once; what has become old since is read again one by one, so that
 * nobody is told much of how a ticket was before. Of one thread.
 */
final class Readings {
    private static final long OLD_AFTER_NANOS = 100_000_000L;

    private final TicketStorage storage;
    private final Map<UUID, TicketEvent> events = new HashMap<>();
    private final Map<TicketId, Ticket> tickets = new HashMap<>();
    private final long readAt;

    Readings(TicketStorage storage, List<Delivery> claimed) {
        this.storage = storage;
        this.readAt = System.nanoTime();
        if (claimed.size() > 1) {
            claimed.stream().collect(Collectors.groupingBy(Delivery::tenant)).forEach(this::read);
        }
    }

    Reading of(Delivery delivery) {
        return System.nanoTime() - readAt > OLD_AFTER_NANOS
                ? new Reading(storage, delivery)
                : new Reading(storage, delivery, events.get(delivery.eventId()), tickets.get(delivery.ticketId()));
    }

    private void read(TenantId tenant, List<Delivery> deliveries) {
        Set<UUID> eventIds = new HashSet<>();
        Set<TicketId> ticketIds = new HashSet<>();
        for (Delivery delivery : deliveries) {
            eventIds.add(delivery.eventId());
            ticketIds.add(delivery.ticketId());
        }
        storage.events().events(tenant, eventIds).forEach(event -> events.put(event.id(), event));
        storage.tickets().findAll(tenant, ticketIds).forEach(ticket -> tickets.put(ticket.id(), ticket));
    }
}
