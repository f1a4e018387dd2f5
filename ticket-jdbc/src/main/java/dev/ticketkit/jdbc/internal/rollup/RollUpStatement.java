package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;
import java.util.List;

/** Rolls up in one statement, which takes the deltas and adds them; rollups that became empty are removed after. */
final class RollUpStatement implements RollingUp.Form {
    private final SqlText rollUp;
    private final EmptyRollups.Statements empty;

    RollUpStatement(TableNames names) {
        rollUp = names.sql(dialect -> """
                WITH taken AS (
                  DELETE FROM {ticket_delta} x
                  WHERE x.tenant_id = :tenant_id AND x.event_id = ANY(ARRAY(
                    SELECT d.event_id FROM {ticket_delta} d WHERE d.tenant_id = :tenant_id
                    ORDER BY d.event_id, d.part LIMIT :most))
                  RETURNING x.*),
                rolled_up_now AS (%s),
                rolled_up_periods AS (%s)
                SELECT (SELECT COUNT(*) FROM taken) AS taken, e.* FROM (SELECT 1) one
                LEFT JOIN (SELECT * FROM rolled_up_now UNION ALL SELECT * FROM rolled_up_periods) e
                  ON e.tickets = 0 AND e.closed_micros = 0 AND e.reopenings = 0""".formatted(added(false, "taken d"), added(true, "taken d")));
        empty = new EmptyRollups.Statements(names);
    }

    /**
     * Adds deltas {@code d} to the rollups they belong to, and returns the keys and sums of those.
     *
     * @param from where deltas come from
     */
    static String added(boolean periods, String from) {
        String table = periods ? "{ticket_rollup_period}" : "{ticket_rollup}";
        return """
                INSERT INTO %s AS c (tenant_id, %s)
                SELECT :tenant_id, s.* FROM (%s) s
                ON CONFLICT (tenant_id, %s) DO UPDATE SET tickets = c.tickets + EXCLUDED.tickets,
                  closed_micros = c.closed_micros + EXCLUDED.closed_micros, reopenings = c.reopenings + EXCLUDED.reopenings
                RETURNING %s, %s""".formatted(
                        table,
                        Rollup.COLUMNS,
                        RollingUp.summed(Rollup.all(periods, from)),
                        Rollup.KEY,
                        Rollup.KEY,
                        Rollup.SUMS);
    }

    @Override
    public int run(Sql sql, String tenant, Bindings bindings) throws SQLException {
        EmptyRollups emptied = new EmptyRollups(empty, bindings);
        List<Integer> taken = sql.list(rollUp, bindings, row -> {
            if (row.textOrNull("rollup") != null) {
                emptied.add(row);
            }
            return row.integer("taken");
        });
        emptied.remove(sql);
        return taken.get(0);
    }
}
