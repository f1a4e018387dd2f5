package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happened. Events are written by {@link TicketStore#commit} alone. An event that a newer version of the library recorded is read
 * as far as it is known here, with {@code UNKNOWN} in place of what is not, and never keeps others from being read.
 */
public interface EventStore {
    /** One event by id, of deleted tickets too; hidden ones are not found. */
    Optional<TicketEvent> event(TenantId tenant, UUID id);

    /** Several events by id, as {@link #event} finds each; in no order, those that are not found left out. At most 1,000 ids. */
    default List<TicketEvent> events(TenantId tenant, Collection<UUID> ids) {
        return ids.stream().flatMap(id -> event(tenant, id).stream()).toList();
    }

    /**
     * The history of a ticket, deleted ones too, in order of version; hidden events are left out. Changes of category carry the
     * category's id as text.
     *
     * @param afterVersion only events with a higher version; 0 for all
     * @param limit at most so many, 1 to 1,000
     */
    List<TicketEvent> history(TenantId tenant, TicketId id, long afterVersion, int limit);

    /**
     * Events of all tickets of a tenant, deleted ones too, that happened in a range, in order of time and then of id (compared as
     * unsigned bytes); hidden ones are left out.
     *
     * @param after only events that come later in this order, or null for the beginning
     * @param limit at most so many, 1 to 1,000
     */
    List<TicketEvent> between(TenantId tenant, InstantRange range, @Nullable TicketEvent after, int limit);

    /**
     * The feed of a tenant: every recorded event, hidden ones excepted, of deleted and erased tickets too, each at a position of its own.
     * An event has its position for good, and what is read later comes after it: never before a position that was read past,
     * whatever transaction was open then and however old the event's id and time are. The events of a ticket come in order of version;
     * between tickets the order is roughly that of time. An event is given as it is now: an erasure empties it, where it is.
     *
     * <p>What was committed before the call has its position when it returns, or a later page has it. To that end a store may write what
     * its commits left for later, about 1,000 events a call. A store that has joined the host's transaction, or cannot write, only reads:
     * then another has to write, an {@link Maintenance} or a call like this of an owning store.
     *
     * @param after only what comes after this position, 0 or more; 0 for the beginning
     * @param limit at most so many, 1 to 1,000
     */
    EventFeed changesSince(TenantId tenant, long after, int limit);

    /**
     * Forgets the idempotency keys of commands carried out before an instant: the same key may do something again. Events stay; hidden
     * ones, which are nothing but the receipt of a key, are removed.
     *
     * @return how many keys
     */
    long purgeKeys(TenantId tenant, Instant before);
}
