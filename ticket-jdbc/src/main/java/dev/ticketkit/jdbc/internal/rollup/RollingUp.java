package dev.ticketkit.jdbc.internal.rollup;

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
 * Folds deltas into cells. Some deltas of a tenant are taken away and added to the cells in one transaction, so at every moment cells and
 * deltas together are what was counted. One folder at a time works for a tenant; another one goes on to the next tenant.
 */
public final class RollingUp implements Maintenance {
    private static final int EVENTS_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final DueTenants dueTenants = new DueTenants();
    private final DueLook due;
    private final SqlText h2Folder;
    private final SqlText postgresFolder;
    private final SqlText h2Hold;
    private final SqlText postgresHold;
    private final RollUpSteps steps;
    private final RollUpStatement statement;
    private final H2RollUp h2;

    public RollingUp(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        due = DueLook.of(names, """
                SELECT d.tenant_id FROM {ticket_delta} d
                WHERE d.tenant_id %s
                ORDER BY d.tenant_id LIMIT 1""");
        h2Folder = names.sql("""
                INSERT INTO {ticket_rollup_turn} (tenant_id)
                SELECT :tenant_id WHERE NOT EXISTS (SELECT 1 FROM {ticket_rollup_turn} f WHERE f.tenant_id = :tenant_id)""");
        postgresFolder = names.sql("INSERT INTO {ticket_rollup_turn} (tenant_id) VALUES (:tenant_id)")
                .orNothing();
        String hold = "SELECT f.tenant_id FROM {ticket_rollup_turn} f WHERE f.tenant_id = :tenant_id FOR UPDATE";
        h2Hold = names.sql(hold);
        postgresHold = names.sql(hold + " SKIP LOCKED");
        steps = new RollUpSteps(names);
        statement = new RollUpStatement(names);
        h2 = new H2RollUp(names);
    }

    @Override
    public int run(int most) {
        return dueTenants.inTurn(transactions, due, most, this::run);
    }

    /** Folds at most so many deltas of a tenant, and says how many. */
    int run(String tenant, int most) {
        int folded = 0;
        boolean full = true;
        while (full && folded < most) {
            int next = Math.min(EVENTS_AT_ONCE, most - folded);
            int events = transactions.call().write(sql -> fold(sql, tenant, next));
            // All parts of an event are folded, so there may be one more than asked for.
            full = events >= next;
            folded += events;
        }
        return folded;
    }

    private int fold(Sql sql, String tenant, int events) throws SQLException {
        Bindings bindings = new Bindings().text("tenant_id", tenant).number("most", events);
        sql.insert(sql.isPostgres() ? postgresFolder : h2Folder, bindings);
        // A statement of its own: the next one must see what the folder before stored.
        if (sql.first(sql.isPostgres() ? postgresHold : h2Hold, bindings, row -> row.text("tenant_id"))
                .isEmpty()) {
            return 0;
        }
        if (!sql.isPostgres()) {
            return h2.run(sql, tenant, bindings);
        }
        return sql.isDistributed() ? steps.run(sql, bindings) : statement.run(sql, bindings);
    }

    /** Deltas {@code d} summed by cell. */
    static String summed(String parts) {
        return "SELECT " + Rollup.KEY + """
                , MIN(macro_status) AS macro_status, MIN(status_position) AS status_position,
                  SUM(tickets) AS tickets, SUM(closed_micros) AS closed_micros, SUM(reopenings) AS reopenings
                FROM (%s) p (%s)
                GROUP BY %s
                HAVING SUM(tickets) <> 0 OR SUM(closed_micros) <> 0 OR SUM(reopenings) <> 0""".formatted(parts, Rollup.COLUMNS, Rollup.KEY);
    }
}
