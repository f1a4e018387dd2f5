package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.TenantId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares cells and deltas with all tickets and events, in one statement and therefore at one moment. Tickets and entries are read as if each were a
 * delta, so both sides go the same way into groups; what differs is left.
 */
final class CellCheck {
    private final SqlText statement;

    CellCheck(TableNames names) {
        String kept = Arrays.stream(new String[] {"{ticket_cell}", "{ticket_cell_period}"})
                .map(table -> "SELECT " + CellSet.COLUMNS + " FROM " + table + " c WHERE c.tenant_id = :tenant_id")
                .collect(Collectors.joining("\nUNION ALL "));
        statement = names.sql("""
                SELECT p.cell_set, p.period, COALESCE(k.target_id, k.id) AS category_id, p.owner_id, p.status_key, p.priority,
                  SUM(p.tickets) AS tickets, SUM(p.closed_micros) AS closed_micros, SUM(p.reopenings) AS reopenings
                FROM (%s
                UNION ALL %s
                UNION ALL %s) p (%s)
                LEFT JOIN {ticket_category} k ON k.tenant_id = :tenant_id AND k.id = p.category_id
                GROUP BY p.cell_set, p.period, COALESCE(k.target_id, k.id), p.owner_id, p.status_key, p.priority
                HAVING SUM(p.tickets) <> 0 OR SUM(p.closed_micros) <> 0 OR SUM(p.reopenings) <> 0
                LIMIT 100""".formatted(
                        kept,
                        everySet("(SELECT * FROM {ticket_delta} x WHERE x.tenant_id = :tenant_id) d"),
                        everySet("(" + counted() + ") d"),
                        CellSet.COLUMNS));
    }

    List<String> run(Sql sql, TenantId tenant) throws SQLException {
        Bindings bindings = new Bindings().text("tenant_id", tenant.value());
        return sql.list(statement, bindings, CellCheck::line);
    }

    private static String everySet(String deltas) {
        return CellSet.all(false, deltas) + "\nUNION ALL " + CellSet.all(true, deltas);
    }

    /** All tickets and entries in the form of deltas that take them away again. */
    private static String counted() {
        return """
        SELECT -1 AS weight, t.category_id, t.owner_id, t.status_key, t.priority, t.macro_status, t.status_position,
          %s AS opened_day, %s AS opened_month, %s AS closed_day, %s AS closed_month, t.closing_micros, t.reopenings,
          CAST(NULL AS integer) AS entered_day, CAST(NULL AS integer) AS entered_month
        FROM {ticket} t WHERE t.tenant_id = :tenant_id AND t.deleted_at IS NULL
        UNION ALL
        SELECT -1, t.category_id, NULL, e.status_to, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, %s, %s
        FROM {ticket_event} e JOIN {ticket} t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id
        WHERE e.tenant_id = :tenant_id AND t.tenant_id = :tenant_id AND t.deleted_at IS NULL AND e.status_to IS NOT NULL""".formatted(
                UtcDay.daySql("t.opened_at"),
                UtcDay.monthSql("t.opened_at"),
                UtcDay.daySql("t.closed_at"),
                UtcDay.monthSql("t.closed_at"),
                UtcDay.daySql("e.occurred_at"),
                UtcDay.monthSql("e.occurred_at"));
    }

    private static String line(Row row) throws SQLException {
        return row.text("cell_set") + " " + row.integer("period") + ", category " + row.idOrNull("category_id") + ", owner '"
                + row.text("owner_id") + "', status " + row.text("status_key") + ", priority " + row.integer("priority")
                + ": kept minus counted " + row.number("tickets") + " tickets, " + row.sum("closed_micros") + " µs, "
                + row.number("reopenings") + " reopenings";
    }
}
