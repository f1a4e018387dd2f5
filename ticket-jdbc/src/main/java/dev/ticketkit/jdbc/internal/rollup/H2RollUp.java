package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rolls up deltas on H2: takes some away, sums them here and adds to each cell by its key. H2 would read the deltas again for each set in one
 * statement that does it all.
 */
final class H2RollUp {
    private final SqlText take;
    private final Table now;
    private final Table periods;

    H2RollUp(TableNames names) {
        take = names.sql("""
                SELECT d.* FROM OLD TABLE (
                  DELETE FROM {ticket_delta} WHERE tenant_id = :tenant_id FETCH FIRST :most ROWS ONLY) d""");
        now = new Table(names, "{ticket_rollup}");
        periods = new Table(names, "{ticket_rollup_period}");
    }

    /** The statements of one table of cells. */
    private static final class Table {
        private static final String WHERE = " WHERE tenant_id = :tenant_id AND "
                + SqlText.assignments(Rollup.KEY).replace(", ", " AND ");

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

        void add(Sql sql, List<Bindings> cells) throws SQLException {
            int[] known = sql.updateAll(add, cells);
            List<Bindings> unknown = new ArrayList<>();
            for (int i = 0; i < known.length; i++) {
                if (known[i] == 0) {
                    unknown.add(cells.get(i));
                }
            }
            sql.updateAll(insert, unknown);
        }
    }

    /** How many deltas it rolled up. */
    int run(Sql sql, String tenant, Bindings bindings) throws SQLException {
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
        List<Bindings> cells = new ArrayList<>();
        List<Bindings> fewer = new ArrayList<>();
        sums.forEach((key, sum) -> {
            if (key.place().set().hasPeriods() == ofPeriods) {
                Bindings cell = key.bind(tenant)
                        .number("tickets", sum.tickets())
                        .sum("closed_micros", sum.closedMicros())
                        .number("reopenings", sum.reopenings());
                cells.add(cell);
                if (sum.tickets() < 0) {
                    fewer.add(cell);
                }
            }
        });
        Table table = ofPeriods ? periods : now;
        table.add(sql, cells);
        sql.updateAll(table.removeEmpty, fewer);
    }
}
