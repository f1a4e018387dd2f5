package dev.ticketkit.jdbc;

/**
 * A part of a list that lies together in an index.
 *
 * @param condition what its tickets have in common
 * @param emptyColumn a column that is null for all of them, or empty. The order has to name it: unlike one that equals something,
 *     PostgreSQL does not see that it makes no difference, and would not use the index for the order
 */
record Stretch(String condition, String emptyColumn) {
    static final Stretch ALL = new Stretch("", "");

    Stretch(String condition) {
        this(condition, "");
    }

    Stretch and(String other) {
        return new Stretch(condition.isEmpty() ? other : condition + " AND " + other, emptyColumn);
    }

    /** What goes after other conditions. */
    String andCondition() {
        return condition.isEmpty() ? "" : "\n  AND " + condition;
    }
}
