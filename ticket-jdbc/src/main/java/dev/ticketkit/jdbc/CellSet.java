package dev.ticketkit.jdbc;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is counted together. Cells of one set differ in period, owner, category, status and priority; what a set does not tell apart is
 * empty in its cells, and sets of durations have their bucket in place of the priority. Periods are named by their first day, in days since 1970.
 */
enum CellSet {
    /** All tickets, by category, status and priority. */
    ALL(Cut.CATEGORY, "0", "d.opened_day IS NOT NULL"),
    /** All tickets, by category and kind of status. */
    CATEGORY(Cut.CATEGORY_ONLY, "0", "d.opened_day IS NOT NULL"),
    /** All tickets, by priority and status. */
    PRIORITY(Cut.PRIORITY, "0", "d.opened_day IS NOT NULL"),
    /** Tickets by the UTC month of their opening. */
    OPENED_MONTH(Cut.CATEGORY, "d.opened_month", "d.opened_day IS NOT NULL"),
    /** Tickets by the UTC day of their opening. */
    OPENED_DAY(Cut.CATEGORY, "d.opened_day", "d.opened_day IS NOT NULL"),
    /** Closed tickets by the UTC month of their closing. */
    CLOSED_MONTH(Cut.CATEGORY, "d.closed_month", "d.closed_day IS NOT NULL"),
    /** Closed tickets by the UTC day of their closing. */
    CLOSED_DAY(Cut.CATEGORY, "d.closed_day", "d.closed_day IS NOT NULL"),
    /** What {@link #CATEGORY} says, by the UTC month of their opening. */
    CATEGORY_OPENED(Cut.CATEGORY_ONLY, "d.opened_month", "d.opened_day IS NOT NULL"),
    /** What {@link #PRIORITY} says, by the UTC month of their opening. */
    PRIORITY_OPENED(Cut.PRIORITY, "d.opened_month", "d.opened_day IS NOT NULL"),
    /** Closed tickets by category, by the UTC month of their closing. */
    CATEGORY_CLOSED(Cut.CATEGORY_ONLY, "d.closed_month", "d.closed_day IS NOT NULL"),
    /** Closed tickets by priority and status, by the UTC month of their closing. */
    PRIORITY_CLOSED(Cut.PRIORITY, "d.closed_month", "d.closed_day IS NOT NULL"),
    /** Tickets in progress by category and the UTC month of their opening. */
    BACKLOG_MONTH(Cut.BACKLOG, "d.opened_month", "d.opened_day IS NOT NULL AND d.macro_status = 'IN_PROGRESS'"),
    /** Tickets in progress by category and the UTC day of their opening. */
    BACKLOG_DAY(Cut.BACKLOG, "d.opened_day", "d.opened_day IS NOT NULL AND d.macro_status = 'IN_PROGRESS'"),
    /** Closed tickets by the bucket of their closing time. */
    CLOSING_TIME(Cut.CLOSING_TIME, "0", CellSet.CLOSED),
    /** The same by the UTC month of their opening. */
    CLOSING_TIME_OPENED(Cut.CLOSING_TIME, "d.opened_month", CellSet.CLOSED),
    /** The same by the UTC month of their closing. */
    CLOSING_TIME_CLOSED(Cut.CLOSING_TIME, "d.closed_month", CellSet.CLOSED),
    /** All tickets by kind of status and the bucket of the time to their first answer, or {@link #UNANSWERED}. */
    ANSWER_TIME(Cut.ANSWER_TIME, "0", "d.opened_day IS NOT NULL"),
    /** The same by the UTC month of their opening. */
    ANSWER_TIME_OPENED(Cut.ANSWER_TIME, "d.opened_month", "d.opened_day IS NOT NULL"),
    /** All tickets, by owner, status and priority. */
    OWNER(Cut.OWNER, "0", "d.opened_day IS NOT NULL"),
    /** How often tickets entered a status. */
    ENTERED_ALL(Cut.ENTRY_ONLY, "0", "d.entered_day IS NOT NULL"),
    /** How often tickets entered a status, by category. */
    ENTERED(Cut.ENTRY, "0", "d.entered_day IS NOT NULL"),
    /** The same by UTC month. */
    ENTERED_MONTH(Cut.ENTRY, "d.entered_month", "d.entered_day IS NOT NULL"),
    /** The same by UTC day. */
    ENTERED_DAY(Cut.ENTRY, "d.entered_day", "d.entered_day IS NOT NULL");

    /** What makes the key of a cell and what is summed in it; columns in the order of {@link #KEY} and {@link #SUMS}. */
    static final String KEY = "cell_set, period, owner_id, category_id, status_key, priority";

    static final String SUMS = "tickets, closed_micros, reopenings";
    static final String COLUMNS = KEY + ", macro_status, status_position, " + SUMS;

    /** In place of the bucket of tickets without an answer. */
    static final int UNANSWERED = -1;

    private static final String CLOSED = "d.closing_bucket IS NOT NULL AND d.macro_status = 'TERMINATED'";

    /** In place of no category. */
    static final String NO_CATEGORY = "CAST('00000000-0000-0000-0000-000000000000' AS uuid)";

    private final Cut cut;
    private final String period;
    private final String condition;

    CellSet(Cut cut, String period, String condition) {
        this.cut = cut;
        this.period = period;
        this.condition = condition;
    }

    /** Which columns of a delta a set keeps. */
    private enum Cut {
        CATEGORY(
                "'', COALESCE(d.category_id, " + NO_CATEGORY
                        + "), d.status_key, d.priority, d.macro_status, d.status_position",
                "d.weight, d.weight * COALESCE(d.closing_micros, 0), d.weight * d.reopenings"),
        CATEGORY_ONLY(
                "'', COALESCE(d.category_id, " + NO_CATEGORY + "), d.macro_status, 0, d.macro_status, 0",
                "d.weight, d.weight * COALESCE(d.closing_micros, 0), d.weight * d.reopenings"),
        PRIORITY(
                "'', " + NO_CATEGORY + ", d.status_key, d.priority, d.macro_status, d.status_position",
                "d.weight, 0, 0"),
        OWNER(
                "COALESCE(d.owner_id, ''), " + NO_CATEGORY
                        + ", d.status_key, d.priority, d.macro_status, d.status_position",
                "d.weight, 0, 0"),
        BACKLOG("'', COALESCE(d.category_id, " + NO_CATEGORY + "), '', 0, d.macro_status, 0", "d.weight, 0, 0"),
        CLOSING_TIME("'', " + NO_CATEGORY + ", '', d.closing_bucket, d.macro_status, 0", "d.weight, 0, 0"),
        ANSWER_TIME(
                "'', " + NO_CATEGORY + ", d.macro_status, COALESCE(d.answer_bucket, " + UNANSWERED
                        + "), d.macro_status, 0",
                "d.weight, 0, 0"),
        ENTRY_ONLY("'', " + NO_CATEGORY + ", d.status_key, 0, '', 0", "d.weight, 0, 0"),
        ENTRY("'', COALESCE(d.category_id, " + NO_CATEGORY + "), d.status_key, 0, '', 0", "d.weight, 0, 0");

        private final String columns;
        private final String sums;

        Cut(String columns, String sums) {
            this.columns = columns;
            this.sums = sums;
        }
    }

    /** Whether the set is kept in the table of periods. */
    boolean hasPeriods() {
        return !period.equals("0");
    }

    /** Whether it counts entries into statuses, not tickets. */
    boolean isOfEntries() {
        return cut == Cut.ENTRY || cut == Cut.ENTRY_ONLY;
    }

    /** The column of deltas {@code d} that says the period. */
    String period() {
        return period;
    }

    /** The table it is kept in. */
    String table() {
        return hasPeriods() ? "{ticket_cell_period}" : "{ticket_cell}";
    }

    /** What rows {@code d} of the form of deltas add to cells of the set: {@link #COLUMNS}, not yet summed. */
    String of(String from) {
        return "SELECT '%s' AS cell_set, %s AS period, %s, %s FROM %s WHERE %s"
                .formatted(name(), period, cut.columns, cut.sums, from, condition);
    }

    /** What {@link #of} says, summed by what a tally tells apart; without a subquery. */
    String summedOf(String from, String where) {
        return """
        SELECT '%s', 0, '', COALESCE(d.category_id, %s), d.status_key, d.priority, MIN(d.macro_status), MIN(d.status_position),
          SUM(d.weight), SUM(d.weight * COALESCE(d.closing_micros, 0)), SUM(d.weight * d.reopenings)
        FROM %s WHERE %s AND %s
        GROUP BY d.category_id, d.status_key, d.priority""".formatted(name(), NO_CATEGORY, from, condition, where);
    }

    /** The same for every set of one table. */
    static String all(boolean periods, String from) {
        return Arrays.stream(values())
                .filter(set -> set.hasPeriods() == periods)
                .map(set -> set.of(from))
                .collect(Collectors.joining("\nUNION ALL "));
    }
}
