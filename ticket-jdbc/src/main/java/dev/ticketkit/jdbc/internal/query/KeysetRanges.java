package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SortKeys;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comes after a position, cut into ranges for H2: it does not find a place in an index by a row of values, begins at the equal ones where less or
 * more is asked for, and takes the wrong one of two bounds in a descending column. So each range names the values that are equal and one
 * bound that itself belongs to it. No ticket is in two ranges.
 */
final class KeysetRanges {
    private final TicketQuery query;
    private final String column;
    private final boolean descending;
    private final String afterId;

    /**
     * @param column what is sorted by
     * @param afterId the condition on ids of tickets with the same values
     */
    KeysetRanges(TicketQuery query, String column, boolean descending, String afterId) {
        this.query = query;
        this.column = column;
        this.descending = descending;
        this.afterId = afterId;
    }

    /** The conditions of each range, of which the value and the id of the position are bound already. */
    List<String> after(SortPosition after, Bindings bindings) {
        return query.sort() == TicketSort.PRIORITY ? byUrgency(after, bindings) : byColumn(after, bindings);
    }

    private List<String> byColumn(SortPosition after, Bindings bindings) {
        List<String> ranges = new ArrayList<>();
        ranges.add(column + " = :after_key AND " + afterId);
        if (bindBound(after, bindings)) {
            ranges.add(column + bound() + ":bound");
        }
        return ranges;
    }

    private boolean bindBound(SortPosition after, Bindings bindings) {
        if (query.sort().isText()) {
            byte @Nullable [] bound = descending ? SortKeys.before(after.text()) : SortKeys.beyond(after.text());
            bindings.bytes("bound", bound);
            return bound != null;
        }
        if (query.sort() == TicketSort.STATUS) {
            bindings.number("bound", next(after.number()));
        } else {
            bindings.time("bound", Times.ofMicros(next(after.number())));
        }
        return true;
    }

    private List<String> byUrgency(SortPosition after, Bindings bindings) {
        bindings.time("bound", Times.ofMicros(next(after.second())));
        List<String> ranges = new ArrayList<>();
        Set<Priority> asked = query.priorities().isEmpty() ? EnumSet.allOf(Priority.class) : query.priorities();
        String same = "t.priority = :after_key AND t.opened_at ";
        if (asked.stream().anyMatch(priority -> priority.rank() == after.number())) {
            ranges.add(same + "= :after_second AND " + afterId);
            ranges.add(same + bound() + ":bound");
        }
        Set<Priority> later = EnumSet.noneOf(Priority.class);
        asked.stream()
                .filter(priority -> descending ? priority.rank() < after.number() : priority.rank() > after.number())
                .forEach(later::add);
        IndexRanges.runs(later).forEach(run -> ranges.add(IndexRanges.between(run)));
        return ranges;
    }

    private String bound() {
        return descending ? " <= " : " >= ";
    }

    private long next(long number) {
        return descending ? number - 1 : number + 1;
    }
}
