package dev.ticketkit.benchmarks.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What folding would have made of many tickets, by counting them: a delta for each change would take minutes to fold. */
final class FilledCells {
    private static final String DAY = "CAST(floor(extract(epoch FROM %s) / 86400) AS integer)";
    private static final String MONTH = DAY.formatted("date_trunc('month', %s, 'UTC')");
    private static final String NO_CATEGORY = "CAST('00000000-0000-0000-0000-000000000000' AS uuid)";
    private static final String TICKETS = """
            SELECT tenant_id, '%s' AS cell_set, %s AS period, %s AS owner_id, %s AS category_id, %s, %s, min(macro_status),
              min(status_position), count(*), %s, %s
            FROM ticket WHERE %s GROUP BY 1, 3, 4, 5, 6, 7""";
    private static final String ENTRIES = """
            SELECT t.tenant_id, '%s', %s AS period, '', %s AS category_id, e.status_to, 0, '', 0, count(*), 0, 0
            FROM ticket_event e JOIN ticket t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id
            WHERE e.status_to IS NOT NULL GROUP BY 1, 3, 5, 6""";

    private static final int OF_ALL_TIME = 6;

    private FilledCells() {}

    /** Fills the empty tables of cells. */
    static String[] statements() {
        return List.of(
                        now(byCategory("ALL", "0", "TRUE")),
                        now(alone("OWNER", "coalesce(owner_id, '')")),
                        now(TICKETS.formatted(
                                        "CATEGORY",
                                        "0",
                                        "''",
                                        "category_id",
                                        "macro_status",
                                        "0",
                                        "coalesce(sum(closing_micros), 0)",
                                        "sum(reopenings)",
                                        "TRUE")
                                .replace("min(status_position)", "0")),
                        now(alone("PRIORITY", "''")),
                        now(ENTRIES.formatted("ENTERED_ALL", "0", NO_CATEGORY)),
                        now(ENTRIES.formatted("ENTERED", "0", "t.category_id")),
                        period(byCategory("OPENED_MONTH", month("opened_at"), "TRUE")),
                        period(byCategory("OPENED_DAY", DAY.formatted("opened_at"), "TRUE")),
                        period(byCategory("CLOSED_MONTH", month("closed_at"), "closed_at IS NOT NULL")),
                        period(byCategory("CLOSED_DAY", DAY.formatted("closed_at"), "closed_at IS NOT NULL")),
                        period(ENTRIES.formatted("ENTERED_MONTH", month("e.occurred_at"), "t.category_id")),
                        period(ENTRIES.formatted("ENTERED_DAY", DAY.formatted("e.occurred_at"), "t.category_id")))
                .toArray(String[]::new);
    }

    /** Those of them that a report of everything reads; entries are counted from tickets, each of which has changed once at most. */
    static String[] ofAllTime() {
        return Arrays.stream(statements())
                .limit(OF_ALL_TIME)
                .map(cells -> cells.replace(
                                "ticket_event e JOIN ticket t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id",
                                "(SELECT tenant_id, category_id, status_key AS status_to, version FROM ticket) t")
                        .replace("e.status_to IS NOT NULL", "t.version = 2")
                        .replace("e.status_to", "t.status_to"))
                .toArray(String[]::new);
    }

    private static String alone(String set, String owner) {
        return TICKETS.formatted(set, "0", owner, NO_CATEGORY, "status_key", "priority", "0", "0", "TRUE");
    }

    private static String byCategory(String set, String period, String condition) {
        return TICKETS.formatted(
                set,
                period,
                "''",
                "category_id",
                "status_key",
                "priority",
                "coalesce(sum(closing_micros), 0)",
                "sum(reopenings)",
                condition);
    }

    private static String month(String column) {
        return String.format(Locale.ROOT, MONTH, column);
    }

    private static String now(String cells) {
        return into("ticket_cell", cells);
    }

    private static String period(String cells) {
        return into("ticket_cell_period", cells);
    }

    private static String into(String table, String cells) {
        return "INSERT INTO " + table + " (tenant_id, cell_set, period, owner_id, category_id, status_key, priority,"
                + " macro_status, status_position, tickets, closed_micros, reopenings) " + cells;
    }
}
