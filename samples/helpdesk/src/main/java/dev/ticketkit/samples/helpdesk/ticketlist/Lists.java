package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.query.ParsedQuery;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.Page;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the desk for what an address says. */
@Component
class Lists {
    private final ActorDesk desk;

    Lists(ActorDesk desk) {
        this.desk = desk;
    }

    /** The page of an address. A search that cannot be read finds nothing and says why. */
    ListPage page(ListRequest request) {
        try {
            ParsedQuery typed = typed(request);
            return page(request, request.on(typed.query()), typed.hints());
        } catch (RefusedException e) {
            return refused(request, String.valueOf(e.getMessage()));
        }
    }

    private ListPage page(ListRequest request, TicketQuery query, List<String> hints) {
        Page<Ticket> page = desk.list(query.toBuilder().cursor(request.cursor()).build());
        String next = page.cursor() == null ? null : request.after(page.cursor());
        String previous = request.cursor() == null ? null : request.before();
        return new ListPage(
                page.items(),
                Column.of(request, query),
                page.total().count(),
                page.total().exact(),
                next,
                previous,
                hints,
                null);
    }

    private ListPage refused(ListRequest request, @Nullable String problem) {
        List<Column> columns = Column.of(request, request.on(TicketQuery.all()));
        return new ListPage(List.of(), columns, 0, true, null, null, List.of(), problem);
    }

    /** The whole query of an address, without its page. */
    TicketQuery query(ListRequest request) {
        return request.on(typed(request).query());
    }

    /** The tickets of all pages as they are now. */
    WholeList whole(ListRequest request) {
        // A ticket that moves in the order while the pages are read may come twice.
        List<TicketId> found = desk.stream(query(request))
                .map(Ticket::id)
                .distinct()
                .limit(WholeList.MOST + 1L)
                .toList();
        return WholeList.of(found);
    }

    private ParsedQuery typed(ListRequest request) {
        return request.q() == null || request.q().isBlank()
                ? new ParsedQuery(TicketQuery.all(), List.of())
                : desk.parse(request.q());
    }
}
