package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.event.TicketEvent;
import java.util.List;

/**
 * A piece of what happened to a tenant's tickets. Events are as they are now: an erasure empties earlier ones where they are, so whoever keeps
 * copies empties its own when {@code ERASED} comes. A category stands in them under its present name.
 *
 * <p>An actor whose scope is not all gets the events, old ones too, of tickets that are inside it now, deleted ones as they were last. Its copy
 * does not hear when a ticket leaves the scope, nor of an erasure that takes it out: copy with a scope of all and filter what you show.
 *
 * <p>A desk that has joined a transaction, or reads a replica, sees only what a {@code DeliveryPump}, {@code TicketStorage.maintenance()} or an owning
 * desk's {@code changesSince} has put in order.
 *
 * @param events in the order of the feed; may be empty although there is more, when the actor may not read what this piece has
 * @param cursor where to go on, also when nothing came: keep it with what was copied. It never expires
 * @param more whether to ask again at once. When false, everything that was committed before the call has been read
 */
@JsonPropertyOrder({"events", "cursor", "more"})
public record ChangePage(List<TicketEvent> events, String cursor, boolean more) {
    /** Copies the list. */
    public ChangePage {
        events = List.copyOf(events);
    }
}
