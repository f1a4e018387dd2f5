package dev.ticketkit.core.internal.page;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.EventStore;
import java.util.List;

/** Events of a store, read 500 at a time. */
public final class EventPages {
    private static final int EVENTS_A_READ = 500;

    private EventPages() {}

    /** The events of a ticket after a version, in order, all of them. */
    public static List<TicketEvent> all(EventStore events, TenantId tenant, TicketId ticket, long afterVersion) {
        return history(events, tenant, ticket, afterVersion).stream().toList();
    }

    /** The events of a ticket after a version, in order. */
    public static Iterable<TicketEvent> after(EventStore events, TenantId tenant, TicketId ticket, long afterVersion) {
        return history(events, tenant, ticket, afterVersion);
    }

    /** The events of a tenant within a time, in order: a page at a time, for those who read more of a whole page at once. */
    public static Iterable<List<TicketEvent>> pagesBetween(EventStore events, TenantId tenant, InstantRange range) {
        return () -> new Pages<TicketEvent>(EVENTS_A_READ, last -> events.between(tenant, range, last, EVENTS_A_READ))
                .pages();
    }

    private static Pages<TicketEvent> history(EventStore events, TenantId tenant, TicketId ticket, long after) {
        return new Pages<>(
                EVENTS_A_READ,
                last -> events.history(tenant, ticket, last == null ? after : last.version(), EVENTS_A_READ));
    }
}
