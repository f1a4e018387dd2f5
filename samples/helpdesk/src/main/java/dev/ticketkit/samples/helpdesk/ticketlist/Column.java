package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.List;
import java.util.Locale;

/**
 * The head of a column.
 *
 * @param name of its message
 * @param href the list sorted by it; the other way round where it is sorted by it already
 * @param sorted {@code ascending}, {@code descending} or {@code none}, as a screen reader takes it
 */
record Column(String name, String href, String sorted) {
    private static final List<TicketSort> SHOWN = List.of(
            TicketSort.REFERENCE,
            TicketSort.TITLE,
            TicketSort.PRIORITY,
            TicketSort.STATUS,
            TicketSort.CATEGORY,
            TicketSort.OWNER,
            TicketSort.CONTACT_NAME,
            TicketSort.OPENED,
            TicketSort.UPDATED,
            TicketSort.CLOSED);

    /** All of them, for a list. */
    static List<Column> of(ListRequest request, TicketQuery query) {
        return SHOWN.stream().map(by -> of(by, request, query)).toList();
    }

    private static Column of(TicketSort by, ListRequest request, TicketQuery query) {
        boolean here = query.sort() == by;
        SortDirection next = here ? turned(query.direction()) : first(by);
        String sorted = here ? query.direction().name().toLowerCase(Locale.ROOT) : "none";
        return new Column(by.name().toLowerCase(Locale.ROOT), request.sortedBy(by, next), sorted);
    }

    /** Urgent and young tickets are looked for first; words from their beginning. */
    private static SortDirection first(TicketSort by) {
        return by.isText() || by == TicketSort.STATUS ? SortDirection.ASCENDING : SortDirection.DESCENDING;
    }

    private static SortDirection turned(SortDirection direction) {
        return direction == SortDirection.ASCENDING ? SortDirection.DESCENDING : SortDirection.ASCENDING;
    }
}
