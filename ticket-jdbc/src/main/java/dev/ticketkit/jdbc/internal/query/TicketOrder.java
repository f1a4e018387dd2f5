package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SortKeys;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of a list as SQL. Tickets without a value are a part of their own, read after the others: so they come last in both
 * directions, and each part is one range of an index.
 */
final class TicketOrder {
    /** A part that is not cut into ranges. */
    static final List<String> UNCUT = List.of("");

    private final TicketQuery query;
    private final TicketSort sort;
    private final boolean descending;
    private final boolean idDescending;
    private final boolean collecting;
    private final boolean onlyEmpties;

    TicketOrder(TicketQuery query) {
        this.query = query;
        sort = query.sort();
        descending = query.direction() == SortDirection.DESCENDING;
        onlyEmpties = switch (sort) {
            case CATEGORY -> query.uncategorised() && query.categories().isEmpty();
            case OWNER -> query.unassigned() && query.owners().isEmpty();
            default -> false;
        };
        collecting = switch (sort) {
            case CATEGORY -> !query.categories().isEmpty();
            case OWNER -> !query.owners().isEmpty();
            case CONTACT_NAME -> !query.contacts().isEmpty();
            default -> false;
        };
        idDescending = sort.breaksTiesDescending(query.direction());
    }

    /**
     * Whether what the filter leaves is collected and sorted: it lies together in the order too, so that along the order it is found at
     * once or after everything else, and the database cannot know which.
     */
    boolean collects() {
        return collecting;
    }

    /** Whether the filter leaves no ticket with a value. */
    boolean hasOnlyEmptyPart() {
        return onlyEmpties;
    }

    boolean hasEmptyPart() {
        return sort.isNullable();
    }

    /**
     * The part of tickets that have a value, later than a position that has one.
     *
     * @return what each of the {@linkplain KeysetRanges ranges} adds to the common conditions; those say which priorities, too
     */
    List<String> valuesAfter(TicketConditions conditions, SortPosition after, Dialect dialect) {
        Bindings bindings = conditions.bindings().id("after_id", after.id().value());
        String parameter = bind(bindings, after);
        if (!dialect.plansByStatistics()) {
            return new KeysetRanges(query, column(), descending, afterId()).after(after, bindings);
        }
        valuesAfter(conditions, parameter);
        return UNCUT;
    }

    private void valuesAfter(TicketConditions conditions, String parameter) {
        String past = descending ? "<" : ">";
        if (sort != TicketSort.PRIORITY) {
            conditions.add("(%s, t.id) %s (%s, :after_id)".formatted(column(), past, parameter));
            return;
        }
        // The id goes the other way, so the three are no row to compare.
        String place = "(t.priority, t.opened_at)";
        conditions.add("%s %s= %s".formatted(place, past, parameter));
        // Said so that a plan for any values does not expect it to leave out half: then that plan is kept.
        conditions.add("NOT (t.priority = :after_key AND t.opened_at = :after_second AND NOT %s)".formatted(afterId()));
    }

    /** By bounds that are in an index, where the database finds no place there for what is not null, and begins at the equal ones. */
    void values(TicketConditions conditions, Dialect dialect) {
        boolean byRange = !dialect.plansByStatistics();
        if (sort == TicketSort.CLOSED) {
            conditions.bindings().time("earliest", Times.EARLIEST);
            conditions.add(byRange ? "t.closed_at >= :earliest" : "t.closed_at IS NOT NULL");
        } else if (hasEmptyPart()) {
            conditions.bindings().bytes("empty_key", byRange ? SortKeys.before(SortKeys.empty()) : SortKeys.empty());
            conditions.add(column() + (byRange ? " <= :empty_key" : " < :empty_key"));
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

    /**
     * The columns of an order, each with its direction.
     *
     * @param key the first of them, without its direction
     * @param ofTickets as tickets {@code t} have them
     * @param ofResult as a result has them, in which the first is called {@code sort_key}
     */
    record Columns(String key, String ofTickets, String ofResult) {}

    Columns ofValues() {
        return columns(sort == TicketSort.PRIORITY ? ", %sopened_at" + direction(descending) : "");
    }

    /** The empty column is named too: PostgreSQL does not see that it is the same for all. */
    Columns ofEmpties() {
        return columns("");
    }

    private Columns columns(String second) {
        String first = direction(descending) + second;
        String last = ", %sid" + direction(idDescending);
        return new Columns(
                column(),
                column() + (first + last).formatted("t.", "t."),
                "sort_key" + (first + last).formatted("", ""));
    }

    /**
     * What goes before the columns of the order in a range, see {@link IndexRange#orderedColumns}, in the direction in which its index is
     * read: that of urgency has the most urgent first.
     */
    String prefixIn(IndexRange range, Dialect dialect) {
        String direction = direction((sort == TicketSort.PRIORITY) != descending);
        return range.orderedColumns(dialect).stream()
                .map(column -> column + direction + ", ")
                .collect(Collectors.joining());
    }

    private String afterId() {
        return idDescending ? "t.id < :after_id" : "t.id > :after_id";
    }

    private static String direction(boolean descending) {
        return descending ? " DESC" : "";
    }

    private String column() {
        // As a function of the column it is no order of an index.
        return collecting ? "SUBSTRING(" + bareColumn() + " FROM 1)" : bareColumn();
    }

    private String bareColumn() {
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
