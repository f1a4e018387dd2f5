package dev.ticketkit.jdbc;

import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;

/**
 * The order of a list as SQL. Tickets without a value are a part of their own, read after the others: so they come last in both
 * directions, and each part is one stretch of an index.
 */
final class TicketOrder {
    private final TicketSort sort;
    private final boolean descending;
    private final boolean idDescending;

    TicketOrder(TicketQuery query) {
        sort = query.sort();
        descending = query.direction() == SortDirection.DESCENDING;
        idDescending = sort.breaksTiesDescending(query.direction());
    }

    boolean hasEmptyPart() {
        return sort.isNullable();
    }

    /** Conditions of the part of tickets that have a value, later than a position that has one. */
    void valuesAfter(TicketConditions conditions, SortPosition after) {
        Bindings bindings = conditions.bindings().id("after_id", after.id().value());
        String past = descending ? "<" : ">";
        String parameter = bind(bindings, after);
        if (sort != TicketSort.PRIORITY) {
            conditions.add("(%s, t.id) %s (%s, :after_id)".formatted(column(), past, parameter));
            return;
        }
        // The id goes the other way, so the three are no row to compare.
        String place = "(t.priority, t.opened_at)";
        conditions.add("%s %s= %s".formatted(place, past, parameter));
        conditions.add("(%s %s %s OR %s)".formatted(place, past, parameter, afterId()));
    }

    void values(TicketConditions conditions) {
        if (sort == TicketSort.CLOSED) {
            conditions.add("t.closed_at IS NOT NULL");
        } else if (hasEmptyPart()) {
            conditions.bindings().bytes("empty_key", SortKeys.empty());
            conditions.add(column() + " < :empty_key");
        }
    }

    void empties(TicketConditions conditions) {
        if (sort == TicketSort.CLOSED) {
            conditions.add("t.closed_at IS NULL");
        } else {
            conditions.bindings().bytes("empty_key", SortKeys.empty());
            conditions.add(column() + " = :empty_key");
        }
    }

    void emptiesAfter(TicketConditions conditions, SortPosition after) {
        conditions.bindings().id("after_id", after.id().value());
        conditions.add(afterId());
    }

    String orderOfValues() {
        String direction = direction(descending);
        return sort == TicketSort.PRIORITY
                ? "t.priority" + direction + ", t.opened_at" + direction + orderOfIds()
                : column() + direction + orderOfIds();
    }

    /** The empty column is named too: PostgreSQL does not see that it is the same for all. */
    String orderOfEmpties() {
        return column() + direction(descending) + orderOfIds();
    }

    private String orderOfIds() {
        return ", t.id" + direction(idDescending);
    }

    private String afterId() {
        return idDescending ? "t.id < :after_id" : "t.id > :after_id";
    }

    private static String direction(boolean descending) {
        return descending ? " DESC" : "";
    }

    private String column() {
        return switch (sort) {
            case REFERENCE -> "t.reference_sort";
            case TITLE -> "t.title_sort";
            case PRIORITY -> "t.priority";
            case STATUS -> "t.status_position";
            case CATEGORY -> "t.category_sort";
            case OWNER -> "t.owner_sort";
            case CONTACT_NAME -> "t.contact_sort";
            case OPENED -> "t.opened_at";
            case UPDATED -> "t.updated_at";
            case CLOSED -> "t.closed_at";
        };
    }

    private String bind(Bindings bindings, SortPosition after) {
        if (sort.isText()) {
            bindings.bytes("after_key", after.text());
        } else if (sort == TicketSort.PRIORITY) {
            bindings.number("after_key", after.number()).time("after_second", Times.ofMicros(after.second()));
            return "(:after_key, :after_second)";
        } else if (sort == TicketSort.STATUS) {
            bindings.number("after_key", after.number());
        } else {
            bindings.time("after_key", Times.ofMicros(after.number()));
        }
        return ":after_key";
    }
}
