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
 * Compares rollups and deltas with all tickets and events, in one statement and therefore at one moment. Tickets and entries are read as if each were a
 * delta, so both sides go the same way into groups; what differs is left.
 */
public final class RollupCheck {
    private final SqlText statement;
    private final RollupRecount recount;

    public RollupCheck(TableNames names) {
        recount = new RollupRecount(names);
        String kept = Arrays.stream(new String[] {"{ticket_rollup}", "{ticket_rollup_period}"})
                .map(table -> "SELECT " + Rollup.COLUMNS + " FROM " + table + " c WHERE c.tenant_id = :tenant_id")
                .collect(Collectors.joining("\nUNION ALL "));
        statement = names.sql("""
                SELECT p.rollup, p.period, COALESCE(k.target_id, k.id) AS category_id, p.owner_id, p.status_key, p.macro_status, p.priority, p.bucket,
                  SUM(p.tickets) AS tickets, SUM(p.closed_micros) AS closed_micros, SUM(p.reopenings) AS reopenings
                FROM (%s
                UNION ALL %s
                UNION ALL %s) p (%s)
                LEFT JOIN {ticket_category} k ON k.tenant_id = :tenant_id AND k.id = p.category_id
                GROUP BY p.rollup, p.period, COALESCE(k.target_id, k.id), p.owner_id, p.status_key, p.macro_status, p.priority, p.bucket
                HAVING SUM(p.tickets) <> 0 OR SUM(p.closed_micros) <> 0 OR SUM(p.reopenings) <> 0
                LIMIT 100""".formatted(
                        kept,
                        everySet(set -> set.of("{ticket_delta} d") + " AND d.tenant_id = :tenant_id"),
                        everySet(RollupCheck::counted),
                        Rollup.COLUMNS));
    }

    public List<String> run(Sql sql, TenantId tenant) throws SQLException {
        Bindings bindings = new Bindings().text("tenant_id", tenant.value());
        return sql.dialect().plansByStatistics()
                ? sql.list(statement, bindings, RollupCheck::line)
                : recount.run(sql, bindings);
    }

    private static String everySet(Function<Rollup, String> rows) {
        return Arrays.stream(Rollup.values()).map(rows).collect(Collectors.joining("\nUNION ALL "));
    }

    /** Tickets or entries read as deltas that take them away again. */
    private static String counted(Rollup set) {
        String own = " AND d.tenant_id = :tenant_id AND d.deleted_at IS NULL";
        return set.isOfEntries()
                ? set.of(
                                DeltaRow.Columns.ENTRIES,
                                "{ticket_event} e JOIN {ticket} d ON d.tenant_id = e.tenant_id AND d.id = e.ticket_id")
                        + " AND e.tenant_id = :tenant_id AND e.status_to IS NOT NULL" + own
                : set.of(DeltaRow.Columns.TICKETS, "{ticket} d") + own;
    }

    private static String line(Row row) throws SQLException {
        return line(
                row.text("rollup") + " " + row.integer("period") + ", category " + row.idOrNull("category_id"),
                row.text("owner_id"),
                row.text("status_key"),
                row.text("macro_status"),
                row.integer("priority"),
                row.integer("bucket"),
                new RollupSums.Sums(row.number("tickets"), row.sum("closed_micros"), row.number("reopenings")));
    }

    /** What differs, in words. */
    static String line(
            String rollup, String owner, String status, String macro, int priority, int bucket, RollupSums.Sums sums) {
        return rollup + ", owner '" + owner + "', status '" + status + "' " + macro + ", priority " + priority
                + ", bucket " + bucket
                + ": kept minus counted " + sums.tickets() + " tickets, " + sums.closedMicros() + " µs, "
                + sums.reopenings() + " reopenings";
    }
}
