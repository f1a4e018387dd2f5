package dev.ticketkit.benchmarks.desk;

import java.util.Locale;
import java.util.stream.Stream;

/** What folding would have made of many tickets, by counting them: a delta for each change would take minutes to fold. */
final class FilledCells {
    private static final String DAY = "CAST(floor(extract(epoch FROM %s) / 86400) AS integer)";
    private static final String MONTH = DAY.formatted("date_trunc('month', %s, 'UTC')");
    private static final String POSITION = "min(status_position)";

    /** The bucket where there is no duration. */
    private static final String NONE = "-1";

    private static final String NO_CATEGORY = "CAST('00000000-0000-0000-0000-000000000000' AS uuid)";
    private static final String TICKETS = """
            SELECT tenant_id, '%s' AS rollup, %s AS period, %s AS owner_id, %s AS category_id, %s, %s, %s, macro_status,
              %s, count(*), %s, %s
            FROM ticket WHERE %s GROUP BY 1, 3, 4, 5, 6, 7, 8, 9""";
    private static final String ENTRIES = """
            SELECT tenant_id, '%s', %s AS period, '', %s AS category_id, status_to, 0, -1, '', 0, count(*), 0, 0
            FROM %s entered GROUP BY 1, 3, 5, 6""";

    /** Entries into statuses, as the events have them. */
    private static final String EVENTS = """
            (SELECT e.tenant_id, t.category_id, e.status_to, e.occurred_at
              FROM ticket_event e JOIN ticket t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id
              WHERE e.status_to IS NOT NULL)""";

    /** The same as tickets have them that have changed once at most. */
    private static final String CHANGED =
            "(SELECT tenant_id, category_id, status_key AS status_to FROM ticket WHERE version = 2)";

    private FilledCells() {}

    /** Fills the empty tables of cells. */
    static String[] statements() {
        return Stream.concat(ofAllTime(EVENTS), ofPeriods()).toArray(String[]::new);
    }

    /** Those of them that are of all time, without reading an event. */
    static String[] ofAllTime() {
        return ofAllTime(CHANGED).toArray(String[]::new);
    }

    private static Stream<String> ofAllTime(String entries) {
        return Stream.of(
                now(byCategory("ALL", "0", "TRUE")),
                now(alone("OWNER", "0", "coalesce(owner_id, '')", "TRUE")),
                now(byKind("CATEGORY", "0", "TRUE")),
                now(alone("PRIORITY", "0", "''", "TRUE")),
                now(closingTimes("CLOSING_TIME", "0")),
                now(unanswered("ANSWER_TIME", "0", "TRUE")),
                now(ENTRIES.formatted("ENTERED_ALL", "0", NO_CATEGORY, entries)),
                now(ENTRIES.formatted("ENTERED", "0", "category_id", entries)));
    }

    private static Stream<String> ofPeriods() {
        String day = DAY.formatted("occurred_at");
        return Stream.of(
                period(byCategory("OPENED_MONTH", month("opened_at"), "TRUE")),
                period(byCategory("OPENED_DAY", DAY.formatted("opened_at"), "TRUE")),
                period(byCategory("CLOSED_MONTH", month("closed_at"), "closed_at IS NOT NULL")),
                period(byCategory("CLOSED_DAY", DAY.formatted("closed_at"), "closed_at IS NOT NULL")),
                period(byKind("CATEGORY_OPENED", month("opened_at"), "TRUE")),
                period(byKind("CATEGORY_CLOSED", month("closed_at"), "closed_at IS NOT NULL")),
                period(alone("PRIORITY_OPENED", month("opened_at"), "''", "TRUE")),
                period(alone("PRIORITY_CLOSED", month("closed_at"), "''", "closed_at IS NOT NULL")),
                period(backlog("BACKLOG_MONTH", month("opened_at"))),
                period(backlog("BACKLOG_DAY", DAY.formatted("opened_at"))),
                period(closingTimes("CLOSING_TIME_OPENED", month("opened_at"))),
                period(closingTimes("CLOSING_TIME_CLOSED", month("closed_at"))),
                period(unanswered("ANSWER_TIME_OPENED", month("opened_at"), "TRUE")),
                period(ENTRIES.formatted("ENTERED_MONTH", month("occurred_at"), "category_id", EVENTS)),
                period(ENTRIES.formatted("ENTERED_DAY", day, "category_id", EVENTS)));
    }

    private static String alone(String set, String period, String owner, String condition) {
        return TICKETS.formatted(
                set, period, owner, NO_CATEGORY, "status_key", "priority", NONE, POSITION, "0", "0", condition);
    }

    private static String byKind(String set, String period, String condition) {
        return withTimes(set, period, "''", "0", "0", condition);
    }

    private static String backlog(String set, String period) {
        return plain(set, period, "category_id", "''", NONE, "macro_status = 'IN_PROGRESS'");
    }

    private static String closingTimes(String set, String period) {
        return plain(set, period, NO_CATEGORY, "''", "closing_bucket", "closing_bucket IS NOT NULL");
    }

    /** Nobody has answered a filled ticket. */
    private static String unanswered(String set, String period, String condition) {
        return plain(set, period, NO_CATEGORY, "''", NONE, condition);
    }

    private static String plain(
            String set, String period, String category, String status, String bucket, String condition) {
        return TICKETS.formatted(set, period, "''", category, status, "0", bucket, "0", "0", "0", condition);
    }

    private static String byCategory(String set, String period, String condition) {
        return withTimes(set, period, "status_key", "priority", POSITION, condition);
    }

    private static String withTimes(
            String set, String period, String status, String priority, String position, String condition) {
        return TICKETS.formatted(
                set,
                period,
                "''",
                "category_id",
                status,
                priority,
                NONE,
                position,
                "coalesce(sum(closing_micros), 0)",
                "sum(reopenings)",
                condition);
    }

    private static String month(String column) {
        return String.format(Locale.ROOT, MONTH, column);
    }

    private static String now(String cells) {
        return into("ticket_rollup", cells);
    }

    private static String period(String cells) {
        return into("ticket_rollup_period", cells);
    }

    private static String into(String table, String cells) {
        return "INSERT INTO " + table
                + " (tenant_id, rollup, period, owner_id, category_id, status_key, priority, bucket,"
                + " macro_status, status_position, tickets, closed_micros, reopenings) " + cells;
    }
}
