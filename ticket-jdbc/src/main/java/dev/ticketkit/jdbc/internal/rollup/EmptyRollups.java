package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rollups that have nothing left in them after rolling up. They are removed key by key: a join with all rollups could be planned as
 * a walk over them.
 */
final class EmptyRollups {
    private final Statements statements;
    private final Bindings tenant;
    private final List<Bindings> now = new ArrayList<>();
    private final List<Bindings> ofPeriods = new ArrayList<>();

    EmptyRollups(Statements statements, Bindings tenant) {
        this.statements = statements;
        this.tenant = tenant;
    }

    static final class Statements {
        private final SqlText removeNow;
        private final SqlText removePeriod;

        Statements(TableNames names) {
            String remove = "DELETE FROM %s WHERE tenant_id = :tenant_id AND "
                    + SqlText.equal(Rollup.KEY)
                    + " AND tickets = 0 AND closed_micros = 0 AND reopenings = 0";
            removeNow = names.sql(remove.formatted("{ticket_rollup}"));
            removePeriod = names.sql(remove.formatted("{ticket_rollup_period}"));
        }
    }

    void add(Row row) throws SQLException {
        Bindings key = new Bindings()
                .text("rollup", row.text("rollup"))
                .number("period", row.integer("period"))
                .text("owner_id", row.text("owner_id"))
                .id("category_id", row.id("category_id"))
                .text("status_key", row.text("status_key"))
                .number("priority", row.integer("priority"))
                .number("bucket", row.integer("bucket"))
                .text("macro_status", row.text("macro_status"))
                .addAll(tenant);
        (row.constant("rollup", Rollup.class).hasPeriods() ? ofPeriods : now).add(key);
    }

    void remove(Sql sql) throws SQLException {
        if (!now.isEmpty()) {
            sql.updateAll(statements.removeNow, now);
        }
        if (!ofPeriods.isEmpty()) {
            sql.updateAll(statements.removePeriod, ofPeriods);
        }
    }
}
