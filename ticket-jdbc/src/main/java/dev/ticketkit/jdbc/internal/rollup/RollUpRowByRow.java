package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rolls up by several statements: takes deltas away, sums them here and adds to each row by its key. H2 would read the deltas again for each
 * rollup in one statement that does it all.
 */
final class RollUpRowByRow implements RollingUp.Form {
    private final SqlText take;
    private final Table now;
    private final Table periods;

    RollUpRowByRow(TableNames names) {
        take = names.sql(dialect -> dialect.take("{ticket_delta}", "tenant_id = :tenant_id", ":most"));
        now = new Table(names, "{ticket_rollup}");
        periods = new Table(names, "{ticket_rollup_period}");
    }

    /** The statements of one table of rollups. */
    private static final class Table {
        private static final String WHERE = " WHERE tenant_id = :tenant_id AND " + SqlText.equal(Rollup.KEY);

        private final SqlText add;
        private final SqlText insert;
        private final SqlText removeEmpty;

        Table(TableNames names, String table) {
            add = names.sql("UPDATE " + table + " SET tickets = tickets + :tickets,"
                    + " closed_micros = closed_micros + :closed_micros, reopenings = reopenings + :reopenings" + WHERE);
            insert = names.sql("INSERT INTO " + table + " (tenant_id, " + Rollup.COLUMNS + ") VALUES (:tenant_id, "
                    + SqlText.parameters(Rollup.COLUMNS) + ")");
            removeEmpty = names.sql(
                    "DELETE FROM " + table + WHERE + " AND tickets = 0 AND closed_micros = 0 AND reopenings = 0");
        }

        void add(Sql sql, List<Bindings> rollups) throws SQLException {
            int[] known = sql.updateAll(add, rollups);
            List<Bindings> unknown = new ArrayList<>();
            for (int i = 0; i < known.length; i++) {
                if (known[i] == 0) {
                    unknown.add(rollups.get(i));
                }
            }
            sql.updateAll(insert, unknown);
        }
    }

    @Override
    public int run(Sql sql, String tenant, Bindings bindings) throws SQLException {
        RollupSums sums = new RollupSums();
        int taken = sql.list(take, bindings, row -> {
                    sums.add(DeltaRow.read(row));
                    return row;
                })
                .size();
        add(sql, tenant, sums, false);
        add(sql, tenant, sums, true);
        return taken;
    }

    private void add(Sql sql, String tenant, RollupSums sums, boolean ofPeriods) throws SQLException {
        List<Bindings> rollups = new ArrayList<>();
        List<Bindings> fewer = new ArrayList<>();
        sums.forEach((key, sum) -> {
            if (key.place().rollup().hasPeriods() == ofPeriods) {
                Bindings rollup = key.bind(tenant)
                        .number("tickets", sum.tickets())
                        .sum("closed_micros", sum.closedMicros())
                        .number("reopenings", sum.reopenings());
                rollups.add(rollup);
                if (sum.tickets() < 0) {
                    fewer.add(rollup);
                }
            }
        });
        Table table = ofPeriods ? periods : now;
        table.add(sql, rollups);
        sql.updateAll(table.removeEmpty, fewer);
    }
}
