package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.row.TicketColumns;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statement of a list, of several parts that each are in order. Each ends after a page of its own, so none is read further, whatever the database
 * believes of its length.
 */
final class ListStatement {
    private final Dialect dialect;
    private final TicketOrder.Columns order;
    private final String limit;

    /** @param limit part of the text: a plan made once for any number would be one for a tenth of the table */
    ListStatement(Dialect dialect, TicketOrder.Columns order, int limit) {
        this.dialect = dialect;
        this.order = order;
        this.limit = " LIMIT " + limit;
    }

    /**
     * As subqueries, each read no further than its page.
     *
     * @param parts conditions, and what comes before the columns of the order
     */
    String ofPages(List<String> parts) {
        String end = order.ofTickets() + limit;
        String page = parts.stream()
                .map(part -> "SELECT t.* FROM {ticket} t WHERE " + part + end)
                .collect(Collectors.joining(")\nUNION ALL ("));
        if (parts.size() > 1) {
            page = "SELECT t.* FROM ((" + page + ")) t\nORDER BY " + end;
        }
        return "SELECT %s\nFROM (%s) t %s\nORDER BY %s"
                .formatted(TicketColumns.READ, page, TicketColumns.JOIN_CATEGORY, order.ofTickets());
    }

    /**
     * Without a subquery: what each gives could be stored in a table of its own first, as H2 does.
     *
     * @param parts as above
     * @param ofCandidates whether it is only of those in {@code :candidates}
     */
    String ofParts(List<String> parts, boolean ofCandidates) {
        String from = ofCandidates
                ? dialect.elements("candidates", "uuid", "id")
                        + " LEFT JOIN {ticket} t ON t.tenant_id = :tenant_id AND t.id = u.id "
                : "{ticket} t ";
        String select = "SELECT %s, %s AS sort_key\nFROM %s\nWHERE "
                .formatted(TicketColumns.READ, order.key(), from + TicketColumns.JOIN_CATEGORY);
        String pages = parts.stream()
                .map(part -> select + part + order.ofTickets() + limit)
                .collect(Collectors.joining(")\nUNION ALL ("));
        return parts.size() == 1 ? pages : "(" + pages + ")\nORDER BY " + order.ofResult() + limit;
    }
}
