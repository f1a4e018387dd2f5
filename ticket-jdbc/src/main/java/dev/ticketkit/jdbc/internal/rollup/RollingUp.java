package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.dialect.RowLock;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.DueLook;
import dev.ticketkit.jdbc.internal.transaction.DueTenants;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.storage.Maintenance;
import java.sql.SQLException;

/**
 * Rolls up deltas. Some deltas of a tenant are taken away and added to the rollups in one transaction, so at every moment rollups and
 * deltas together are what was counted. One at a time works for a tenant; another one goes on to the next tenant.
 *
 * <p>See docs/decisions/0011-statistics.md.
 */
public final class RollingUp implements Maintenance {
    private static final int EVENTS_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final DueTenants dueTenants = new DueTenants();
    private final DueLook due;
    private final SqlText beginTurns;
    private final SqlText takeTurn;
    private final Form statement;
    private final Form upserts;
    private final Form rowByRow;

    /** How deltas of a tenant are added to the rollups, by the one whose turn it is. */
    interface Form {
        /**
         * Takes deltas away and adds them, and says how many.
         *
         * @param bindings the {@code tenant_id} and the {@code most} deltas to take
         */
        int run(Sql sql, String tenant, Bindings bindings) throws SQLException;
    }

    public RollingUp(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        due = DueLook.of(names, """
                SELECT d.tenant_id FROM {ticket_delta} d
                WHERE d.tenant_id %s
                ORDER BY d.tenant_id LIMIT 1""");
        beginTurns = names.sql(dialect -> dialect.addOnce("{ticket_rollup_turn}", "tenant_id"));
        takeTurn = names.sql(dialect -> "SELECT f.tenant_id FROM {ticket_rollup_turn} f WHERE f.tenant_id = :tenant_id "
                + dialect.lock(RowLock.UPDATE_UNLESS_LOCKED));
        statement = new RollUpStatement(names);
        upserts = new RollUpByUpserts(names);
        rowByRow = new RollUpRowByRow(names);
    }

    @Override
    public int run(int most) {
        return dueTenants.inTurn(transactions, due, most, this::run);
    }

    /** Rolls up at most so many deltas of a tenant, and says how many. */
    int run(String tenant, int most) {
        int rolledUp = 0;
        boolean full = true;
        while (full && rolledUp < most) {
            int next = Math.min(EVENTS_AT_ONCE, most - rolledUp);
            int events = transactions.call().write(sql -> rollUp(sql, tenant, next));
            // All parts of an event are rolled up, so there may be one more than asked for.
            full = events >= next;
            rolledUp += events;
        }
        return rolledUp;
    }

    private int rollUp(Sql sql, String tenant, int events) throws SQLException {
        Bindings bindings = new Bindings().text("tenant_id", tenant).number("most", events);
        sql.insert(beginTurns, bindings);
        // A statement of its own: the next one must see what the one before stored.
        if (sql.first(takeTurn, bindings, row -> row.text("tenant_id")).isEmpty()) {
            return 0;
        }
        return formFor(sql).run(sql, tenant, bindings);
    }

    private Form formFor(Sql sql) {
        if (sql.isDistributed()) {
            return upserts;
        }
        return sql.writesInOneStatement() ? statement : rowByRow;
    }

    /** Deltas {@code d} summed by rollup. */
    static String summed(String parts) {
        return "SELECT " + Rollup.KEY + """
                , MIN(status_position) AS status_position,
                  SUM(tickets) AS tickets, SUM(closed_micros) AS closed_micros, SUM(reopenings) AS reopenings
                FROM (%s) p (%s)
                GROUP BY %s
                HAVING SUM(tickets) <> 0 OR SUM(closed_micros) <> 0 OR SUM(reopenings) <> 0""".formatted(parts, Rollup.COLUMNS, Rollup.KEY);
    }
}
