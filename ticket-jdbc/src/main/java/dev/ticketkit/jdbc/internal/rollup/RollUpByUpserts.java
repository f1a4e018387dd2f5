package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Rolls up on several nodes: some statements that each insert or add, over the same deltas, which nobody else takes meanwhile. */
final class RollUpByUpserts implements RollingUp.Form {
    private static final String TAKEN = """
            (SELECT * FROM {ticket_delta} x WHERE x.tenant_id = :tenant_id AND x.event_id = ANY(:events)) d""";

    private final SqlText find;
    private final List<SqlText> add;
    private final EmptyRollups.Statements empty;
    private final SqlText take;

    RollUpByUpserts(TableNames names) {
        // Some are put together when they run first: where there is one node they never do.
        find = names.sql("""
                SELECT d.event_id FROM {ticket_delta} d WHERE d.tenant_id = :tenant_id
                ORDER BY d.event_id, d.part LIMIT :most""");
        add = List.of(
                names.sql(dialect -> RollUpStatement.added(false, TAKEN)),
                names.sql(dialect -> RollUpStatement.added(true, TAKEN)));
        empty = new EmptyRollups.Statements(names);
        take = names.sql("DELETE FROM {ticket_delta} WHERE tenant_id = :tenant_id AND event_id = ANY(:events)");
    }

    @Override
    public int run(Sql sql, String tenant, Bindings bindings) throws SQLException {
        List<UUID> events = sql.list(find, bindings, row -> row.id("event_id"));
        if (events.isEmpty()) {
            return 0;
        }
        Bindings these = new Bindings().addAll(bindings).ids("events", events);
        add(sql, these);
        return sql.update(take, these);
    }

    private void add(Sql sql, Bindings these) throws SQLException {
        EmptyRollups emptied = new EmptyRollups(empty, these);
        for (SqlText statement : add) {
            sql.list(statement, these, row -> {
                if (row.number("tickets") == 0
                        && row.sum("closed_micros").signum() == 0
                        && row.number("reopenings") == 0) {
                    emptied.add(row);
                }
                return row;
            });
        }
        emptied.remove(sql);
    }
}
