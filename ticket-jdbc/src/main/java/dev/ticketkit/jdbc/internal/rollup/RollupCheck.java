package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.TenantId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares cells and deltas with all tickets and events, in one statement and therefore at one moment. Tickets and entries are read as if each were a
 * delta, so both sides go the same way into groups; what differs is left.
 */
public final class RollupCheck {
    private final SqlText statement;
    private final H2RollupCheck h2;

    public RollupCheck(TableNames names) {
        h2 = new H2RollupCheck(names);
        String kept = Arrays.stream(new String[] {"{ticket_rollup}", "{ticket_rollup_period}"})
                .map(table -> "SELECT " + Rollup.COLUMNS + " FROM " + table + " c WHERE c.tenant_id = :tenant_id")
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
                        everySet(set -> set.of("{ticket_delta} d") + " AND d.tenant_id = :tenant_id"),
                        everySet(RollupCheck::counted),
                        Rollup.COLUMNS));
    }

    public List<String> run(Sql sql, TenantId tenant) throws SQLException {
        Bindings bindings = new Bindings().text("tenant_id", tenant.value());
        return sql.isPostgres() ? sql.list(statement, bindings, RollupCheck::line) : h2.run(sql, bindings);
    }

    private static String everySet(Function<Rollup, String> rows) {
        return Arrays.stream(Rollup.values()).map(rows).collect(Collectors.joining("\nUNION ALL "));
    }

    /** Tickets or entries read as deltas that take them away again. */
    private static String counted(Rollup set) {
        String from = set.isOfEntries()
                ? "{ticket_event} e JOIN {ticket} d ON d.tenant_id = e.tenant_id AND d.id = e.ticket_id"
                : "{ticket} d";
        String rows = set.of(from)
                .replace("d.weight", "-1")
                .replace("d.opened_day", UtcDay.daySql("d.opened_at"))
                .replace("d.opened_month", UtcDay.monthSql("d.opened_at"))
                .replace("d.closed_day", UtcDay.daySql("d.closed_at"))
                .replace("d.closed_month", UtcDay.monthSql("d.closed_at"));
        return (set.isOfEntries() ? entries(rows) : rows) + " AND d.tenant_id = :tenant_id AND d.deleted_at IS NULL";
    }

    private static String entries(String rows) {
        return rows.replace("d.status_key", "e.status_to")
                        .replace("d.entered_day IS NOT NULL", "e.status_to IS NOT NULL")
                        .replace("d.entered_day", UtcDay.daySql("e.occurred_at"))
                        .replace("d.entered_month", UtcDay.monthSql("e.occurred_at"))
                + " AND e.tenant_id = :tenant_id";
    }

    private static String line(Row row) throws SQLException {
        return line(
                row.text("cell_set") + " " + row.integer("period") + ", category " + row.idOrNull("category_id"),
                row.text("owner_id"),
                row.text("status_key"),
                row.integer("priority"),
                new RollupSums.Sums(row.number("tickets"), row.sum("closed_micros"), row.number("reopenings")));
    }

    /** What differs, in words. */
    static String line(String cell, String owner, String status, int priority, RollupSums.Sums sums) {
        return cell + ", owner '" + owner + "', status " + status + ", priority " + priority + ": kept minus counted "
                + sums.tickets() + " tickets, " + sums.closedMicros() + " µs, " + sums.reopenings() + " reopenings";
    }
}
