package dev.ticketkit.core.internal.listing;

import dev.ticketkit.core.internal.listing.ContactCursor.Start;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.Total;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists one page of contacts. */
public final class ContactListing {
    private final ActorContext session;
    private final TicketQuery query;

    public ContactListing(ActorContext session, TicketQuery query) {
        this.session = session;
        this.query = session.parts.validator().check(query);
        session.limits.require(query);
    }

    public Page<ContactTickets> page() {
        @Nullable Start start = query.cursor() == null ? null : ContactCursor.decode(session.tenant, query, query.cursor());
        AccessScope scope = session.access.scope();
        if (scope.isNone()) {
            return new Page<>(List.of(), null, new Total(0, true));
        }
        // One more than asked for says whether there is another page.
        List<ContactTickets> found = session.storage()
                .contacts()
                .contacts(session.tenant, query, scope, start == null ? null : start.position(), query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<ContactTickets> items = more ? found.subList(0, query.limit()) : found;
        long seen = (start == null ? 0 : start.seen()) + items.size();
        return new Page<>(
                items,
                more ? cursor(items.get(items.size() - 1), seen) : null,
                new Total(more ? seen + 1 : seen, start == null && !more));
    }

    private String cursor(ContactTickets last, long seen) {
        return ContactCursor.encode(session.tenant, query, new Start(last.position(), seen));
    }
}
