package dev.ticketkit.core.internal.page;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStore;

/** Tickets of a store in the order of a query, read 200 at a time, whatever the query's own limit. */
public final class TicketPages {
    private static final int TICKETS_A_READ = 200;

    private TicketPages() {}

    /** What a query finds within a scope; a ticket that moves in the order meanwhile may be left out or come twice. */
    public static Iterable<Ticket> of(TicketStore tickets, TenantId tenant, TicketQuery query, AccessScope scope) {
        return new Pages<>(
                TICKETS_A_READ,
                last -> tickets.list(
                        tenant, query, scope, last == null ? null : query.sort().positionOf(last), TICKETS_A_READ));
    }
}
