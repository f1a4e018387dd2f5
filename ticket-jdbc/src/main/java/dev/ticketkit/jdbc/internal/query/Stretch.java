package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.sql.Dialect;
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
record Stretch(String condition, String column, boolean emptyColumn, boolean ofMacroStatus) {
    static final Stretch ALL = new Stretch("", "", false, false);

    /** Tickets that have one value in a column. */
    static Stretch of(String column, String condition) {
        return new Stretch(condition, column, false, false);
    }

    /** Tickets without a value in a column. */
    static Stretch without(String column) {
        return new Stretch(column + " IS NULL", column, true, false);
    }

    Stretch and(String other) {
        String both = condition.isEmpty() ? other : condition + " AND " + other;
        return new Stretch(both, column, emptyColumn, ofMacroStatus);
    }

    Stretch inMacroStatus(String condition) {
        Stretch part = and(condition);
        return new Stretch(part.condition(), column, emptyColumn, true);
    }

    /**
     * Columns that are the same for all of it and yet have to be named in its order, or the database would not use its index for the order:
     * H2 wants all that come before in the index, PostgreSQL only one that is null.
     */
    List<String> orderedColumns(Dialect dialect) {
        boolean postgres = dialect == Dialect.POSTGRESQL;
        if (postgres || (column.isEmpty() && !ofMacroStatus)) {
            return postgres && emptyColumn ? List.of(column) : List.of();
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
