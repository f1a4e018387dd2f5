package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a list that lies together in an index.
 *
 * @param condition what its tickets have in common
 * @param column the column that leads its index before the macro status, or empty
 * @param emptyColumn whether that column is null for all of its tickets
 * @param ofMacroStatus whether its tickets have one macro status, which its index has before the columns of the order
 */
record IndexRange(String condition, String column, boolean emptyColumn, boolean ofMacroStatus) {
    static final IndexRange ALL = new IndexRange("", "", false, false);

    /** Tickets that have one value in a column. */
    static IndexRange of(String column, String condition) {
        return new IndexRange(condition, column, false, false);
    }

    /** Tickets without a value in a column. */
    static IndexRange without(String column) {
        return new IndexRange(column + " IS NULL", column, true, false);
    }

    IndexRange and(String other) {
        String both = condition.isEmpty() ? other : condition + " AND " + other;
        return new IndexRange(both, column, emptyColumn, ofMacroStatus);
    }

    IndexRange inMacroStatus(String condition) {
        IndexRange part = and(condition);
        return new IndexRange(part.condition(), column, emptyColumn, true);
    }

    /**
     * Columns that are the same for all of it and yet have to be named in its order, or the database would not use its index for the order:
     * all that come before in the index, or only one that is null where the dialect skips the others.
     */
    List<String> orderedColumns(Dialect dialect) {
        if (dialect.skipsEqualColumns()) {
            return emptyColumn ? List.of(column) : List.of();
        }
        if (column.isEmpty() && !ofMacroStatus) {
            return List.of();
        }
        return Stream.of("t.tenant_id", column, ofMacroStatus ? "t.macro_status" : "")
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** What goes after other conditions. */
    String andCondition() {
        return condition.isEmpty() ? "" : "\n  AND " + condition;
    }
}
