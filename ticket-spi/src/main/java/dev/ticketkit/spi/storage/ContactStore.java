package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds tickets by the contact they are about, and contacts by their tickets. Written by {@link TicketStore#commit} alone. */
public interface ContactStore {
    /**
     * The tickets whose contact this is now, and those that are another's but have {@linkplain TicketChange#formerContacts traces} of this
     * one which were not {@linkplain TicketChange#erasedContactId erased} yet; each once, deleted ones too, in order of id (compared as
     * unsigned bytes).
     *
     * @param contactId compared as it is
     * @param after only ids that come later in this order, or null for the beginning
     * @param limit at most so many, 1 to 1,000
     */
    List<TicketId> ticketsOf(TenantId tenant, String contactId, @Nullable TicketId after, int limit);

    /**
     * The contacts that have at least one ticket which the query finds, deleted ones left out: each once, with the snapshot of the ticket
     * updated last among those found (of several the one with the highest id), the highest priority and the latest opening among them, and how many they are. In order of priority
     * descending, latest opening descending, then contact id in code-point order. Ignores the query's sort, cursor and limit.
     *
     * @param scope only tickets inside it
     * @param after only contacts that come later in this order, or null for the beginning
     * @param limit at most so many, 1 to 1,000
     */
    List<ContactTickets> contacts(
            TenantId tenant, TicketQuery query, AccessScope scope, @Nullable ContactPosition after, int limit);
}
