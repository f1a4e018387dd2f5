package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as many past events left them: the tickets of a page of events are read at once, and the history of each is read and undone once,
 * not once for each of its events. Of one thread.
 */
public final class PastTickets {
    private static final long MOST_STATES = 20_000;

    private final TicketStorage storage;
    private final TenantId tenant;
    private final PastTicket past;
    private final Predicate<TicketEvent> wanted;
    private final KeptValues<TicketId, Map<Long, Ticket>> states = new KeptValues<>(MOST_STATES, Map::size);
    private final Map<TicketId, Ticket> present = new HashMap<>();

    /**
     * Of one tenant.
     *
     * @param wanted the events whose tickets are asked for
     */
    public PastTickets(TicketStorage storage, TenantId tenant, PastTicket past, Predicate<TicketEvent> wanted) {
        this.storage = storage;
        this.tenant = tenant;
        this.past = past;
        this.wanted = wanted;
    }

    /** Reads the tickets of a page of events, in place of those of the page before. */
    public void read(Collection<TicketEvent> page) {
        present.clear();
        List<TicketId> ids = page.stream()
                .filter(wanted)
                .map(TicketEvent::ticketId)
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            storage.tickets().findAll(tenant, ids).forEach(ticket -> present.put(ticket.id(), ticket));
        }
    }

    /** The ticket of an event of the page as it is now. */
    public Optional<Ticket> present(TicketEvent event) {
        return Optional.ofNullable(present.get(event.ticketId()));
    }

    /** The ticket as an event of the page left it. */
    public Ticket after(TicketEvent event, Ticket now) {
        if (now.version() <= event.version()) {
            return now;
        }
        Ticket kept = keptAfter(event);
        if (kept == null) {
            states.keep(now.id(), past.afterEach(now, wanted));
            kept = keptAfter(event);
        }
        return kept == null ? past.after(event, now) : kept;
    }

    private @Nullable Ticket keptAfter(TicketEvent event) {
        Map<Long, Ticket> ofTicket = states.find(event.ticketId());
        return ofTicket == null ? null : ofTicket.get(event.version());
    }
}
