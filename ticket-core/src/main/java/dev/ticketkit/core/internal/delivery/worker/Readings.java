package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.Delivery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the deliveries of one batch are about, read for all of them at once; what has become old since is read again one by one, so that
 * nobody learns much of how a ticket was before. What cannot be read at once is read one by one too, so that one row that nobody can read
 * fails alone; a store that reads nothing at all is nobody's failure. Of one thread.
 */
final class Readings {
    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    private static final long OLD_AFTER_NANOS = 100_000_000L;

    private final TicketStorage storage;
    private final StoreCheck check;
    private final Map<UUID, TicketEvent> events = new HashMap<>();
    private final Map<TicketId, Ticket> tickets = new HashMap<>();
    private final Set<TenantId> notNow = new HashSet<>();
    private final long readAt;

    /**
     * What reading one came to: the reading, or why it alone cannot be read; neither when the store reads nothing of the tenant now.
     */
    record Found(@Nullable Reading reading, @Nullable Throwable problem) {
        static final Found NOT_NOW = new Found(null, null);
    }

    Readings(TicketStorage storage, List<Delivery> claimed) {
        this.storage = storage;
        this.check = new StoreCheck(storage);
        this.readAt = System.nanoTime();
        if (claimed.size() > 1) {
            claimed.stream().collect(Collectors.groupingBy(Delivery::tenant)).forEach(this::readAll);
        }
    }

    /** Reads what one delivery is about; throws nothing. */
    Found of(Delivery delivery) {
        if (notNow.contains(delivery.tenant())) {
            return Found.NOT_NOW;
        }
        Reading reading = System.nanoTime() - readAt > OLD_AFTER_NANOS
                ? new Reading(storage, delivery)
                : new Reading(storage, delivery, events.get(delivery.eventId()), tickets.get(delivery.ticketId()));
        try {
            reading.readAll();
            return new Found(reading, null);
        } catch (Throwable problem) {
            return check.isAbleToRead(delivery.tenant(), problem)
                    ? new Found(null, problem)
                    : notNow(delivery.tenant(), problem);
        }
    }

    private Found notNow(TenantId tenant, Throwable problem) {
        LOG.warn(
                "cannot read events of tenant {} now; what was claimed is given back, and is no attempt: {}",
                CauseText.of(tenant.value()),
                CauseText.of(problem));
        notNow.add(tenant);
        return Found.NOT_NOW;
    }

    private void readAll(TenantId tenant, List<Delivery> deliveries) {
        try {
            read(tenant, deliveries);
        } catch (Throwable problem) {
            LOG.debug("cannot read a batch at once, reading one by one: {}", CauseText.of(problem));
        }
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
