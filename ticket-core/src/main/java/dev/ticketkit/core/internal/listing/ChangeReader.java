package dev.ticketkit.core.internal.listing;

import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.result.ChangePage;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.EventFeed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the feed of changes as one actor may see it. */
public final class ChangeReader {
    private static final int MOST = 1_000;

    private final ActorContext session;

    public ChangeReader(ActorContext session) {
        this.session = session;
    }

    public ChangePage since(@Nullable String cursor, int limit) {
        session.access.require(Action.READ_CHANGES, null);
        if (limit < 1 || limit > MOST) {
            throw new RefusedException("limit", "must be from 1 to 1,000");
        }
        long after = cursor == null ? 0 : ChangeCursor.decode(session.tenant, cursor);
        AccessScope scope = session.access.scope();
        EventFeed feed = scope.isNone()
                ? new EventFeed(List.of(), after, false)
                : session.storage().events().changesSince(session.tenant, after, limit);
        HistoryReader history = new HistoryReader(session);
        List<TicketEvent> events = inside(scope, feed.events()).stream()
                .map(history::withCategoryNames)
                .toList();
        return new ChangePage(
                session.limits.shown(events), ChangeCursor.encode(session.tenant, feed.position()), feed.more());
    }

    private List<TicketEvent> inside(AccessScope scope, List<TicketEvent> events) {
        if (scope.isAll() || events.isEmpty()) {
            return events;
        }
        Set<TicketId> ids = events.stream().map(TicketEvent::ticketId).collect(Collectors.toSet());
        Set<TicketId> visible = session.tickets().findAll(session.tenant, ids).stream()
                .filter(session.access.visibility().inside(scope))
                .map(Ticket::id)
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> visible.contains(event.ticketId()))
                .toList();
    }
}
