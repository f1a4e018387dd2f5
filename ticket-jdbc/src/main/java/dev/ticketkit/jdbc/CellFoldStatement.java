package dev.ticketkit.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Folds on PostgreSQL: one statement takes the deltas and adds them to the cells; cells that became empty are removed after. */
final class CellFoldStatement {
    private final SqlText fold;
    private final SqlText removeNow;
    private final SqlText removePeriod;

    CellFoldStatement(TableNames names) {
        fold = names.sql("""
                WITH taken AS (
                  DELETE FROM {ticket_delta} x
                  WHERE x.tenant_id = :tenant_id AND x.event_id = ANY(ARRAY(
                    SELECT d.event_id FROM {ticket_delta} d WHERE d.tenant_id = :tenant_id
                    ORDER BY d.event_id, d.part LIMIT :most))
                  RETURNING x.*),
                now_cells AS (%s),
                period_cells AS (%s)
                SELECT (SELECT COUNT(*) FROM taken) AS taken, e.* FROM (SELECT 1) one
                LEFT JOIN (SELECT * FROM now_cells UNION ALL SELECT * FROM period_cells) e
                  ON e.tickets = 0 AND e.closed_micros = 0 AND e.reopenings = 0""".formatted(added(false), added(true)));
        String remove = "DELETE FROM %s WHERE tenant_id = :tenant_id AND "
                + SqlText.assignments(CellSet.KEY).replace(", ", " AND ")
                + " AND tickets = 0 AND closed_micros = 0 AND reopenings = 0";
        removeNow = names.sql(remove.formatted("{ticket_cell}"));
        removePeriod = names.sql(remove.formatted("{ticket_cell_period}"));
    }

    private static String added(boolean periods) {
        String table = periods ? "{ticket_cell_period}" : "{ticket_cell}";
        return """
                INSERT INTO %s AS c (tenant_id, %s)
                SELECT :tenant_id, s.* FROM (%s) s
                ON CONFLICT (tenant_id, %s) DO UPDATE SET tickets = c.tickets + EXCLUDED.tickets,
                  closed_micros = c.closed_micros + EXCLUDED.closed_micros, reopenings = c.reopenings + EXCLUDED.reopenings
                RETURNING %s, %s""".formatted(
                        table,
                        CellSet.COLUMNS,
                        CellFold.summed(CellSet.all(periods, "taken d")),
                        CellSet.KEY,
                        CellSet.KEY,
                        CellSet.SUMS);
    }

    /** How many deltas it folded. */
    int run(Sql sql, Bindings bindings) throws SQLException {
        List<Bindings> emptyNow = new ArrayList<>();
        List<Bindings> emptyPeriods = new ArrayList<>();
        List<Integer> taken = sql.list(fold, bindings, row -> {
            String set = row.textOrNull("cell_set");
            if (set != null) {
                (CellSet.valueOf(set).hasPeriods() ? emptyPeriods : emptyNow).add(key(row).addAll(bindings));
            }
            return row.integer("taken");
        });
        // Key by key: a join with all cells could be planned as a walk over them.
        if (!emptyNow.isEmpty()) {
            sql.insertAll(removeNow, emptyNow);
        }
        if (!emptyPeriods.isEmpty()) {
            sql.insertAll(removePeriod, emptyPeriods);
        }
        return taken.get(0);
    }

    private static Bindings key(Row row) throws SQLException {
        return new Bindings()
                .text("cell_set", row.text("cell_set"))
                .number("period", row.integer("period"))
                .text("owner_id", row.text("owner_id"))
                .id("category_id", row.id("category_id"))
                .text("status_key", row.text("status_key"))
                .number("priority", row.integer("priority"));
    }
}
