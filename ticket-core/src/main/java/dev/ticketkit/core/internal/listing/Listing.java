package dev.ticketkit.core.internal.listing;

import dev.ticketkit.core.internal.listing.CursorCodec.Start;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.Total;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lists one page. */
public final class Listing {
    private final ActorContext session;
    private final TicketQuery query;
    private final AccessScope scope;

    public Listing(ActorContext session, TicketQuery query) {
        this.session = session;
        this.query = session.parts.validator().check(query);
        session.limits.require(query);
        this.scope = session.access.scope();
    }

    public Page<Ticket> page() {
        @Nullable Start start = query.cursor() == null ? null : CursorCodec.decode(session.tenant, query, query.cursor());
        if (scope.isNone()) {
            return new Page<>(List.of(), null, new Total(0, true));
        }
        // One more than asked for says whether there is another page.
        List<Ticket> found = session.tickets()
                .list(session.tenant, query, scope, start == null ? null : start.position(), query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<Ticket> items = more ? found.subList(0, query.limit()) : found;
        long seen = (start == null ? 0 : start.seen()) + items.size();
        return new Page<>(
                items.stream().map(session::shown).toList(),
                more ? cursor(items, seen) : null,
                total(start == null, more, seen));
    }

    private String cursor(List<Ticket> items, long seen) {
        Ticket last = items.get(items.size() - 1);
        return CursorCodec.encode(session.tenant, query, new Start(query.sort().positionOf(last), seen));
    }

    private Total total(boolean first, boolean more, long seen) {
        if (first && !more) {
            return new Total(seen, true);
        }
        OptionalLong counted =
                DerivedStatistics.of(session.storage().statistics()).count(session.tenant, query, scope);
        return counted.isPresent() ? new Total(counted.getAsLong(), true) : new Total(more ? seen + 1 : seen, false);
    }
}
