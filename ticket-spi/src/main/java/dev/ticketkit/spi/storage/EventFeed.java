package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.event.TicketEvent;
import java.util.List;

/**
 * A piece of a tenant's feed of events.
 *
 * @param events in the order of the feed
 * @param position where the piece ends, to go on after: that of the last event, or where reading began when there is none
 * @param more whether more may be there now; when false, everything that was committed before the call has been read, as far as the store
 *     may give positions itself
 */
public record EventFeed(List<TicketEvent> events, long position, boolean more) {
    /** Copies the list. */
    public EventFeed {
        events = List.copyOf(events);
    }
}
