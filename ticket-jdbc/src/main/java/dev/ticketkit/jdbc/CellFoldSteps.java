package dev.ticketkit.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folds on H2 and Citus, by several statements over the same deltas, which nobody else takes meanwhile. */
final class CellFoldSteps {
    private static final String TAKEN = """
            (SELECT * FROM {ticket_delta} x WHERE x.tenant_id = :tenant_id AND x.event_id = ANY(:events)) d""";

    private final SqlText find;
    private final List<SqlText> h2Add;
    private final List<SqlText> postgresAdd;
    private final EmptyCells.Statements empty;
    private final SqlText take;

    CellFoldSteps(TableNames names) {
        find = names.sql("""
                SELECT d.event_id FROM {ticket_delta} d WHERE d.tenant_id = :tenant_id
                ORDER BY d.event_id, d.part LIMIT :most""");
        h2Add = List.of(names.sql(merged(false)), names.sql(merged(true)));
        postgresAdd = List.of(
                names.sql(CellFoldStatement.added(false, TAKEN)), names.sql(CellFoldStatement.added(true, TAKEN)));
        empty = new EmptyCells.Statements(names);
        take = names.sql("DELETE FROM {ticket_delta} WHERE tenant_id = :tenant_id AND event_id = ANY(:events)");
    }

    private static String merged(boolean periods) {
        return """
                MERGE INTO %s c USING (%s) s ON c.tenant_id = :tenant_id AND %s
                WHEN MATCHED AND %s THEN DELETE
                WHEN MATCHED THEN UPDATE SET %s
                WHEN NOT MATCHED THEN INSERT (tenant_id, %s) VALUES (:tenant_id, %s)""".formatted(
                        periods ? "{ticket_cell_period}" : "{ticket_cell}",
                        CellFold.summed(CellSet.all(periods, TAKEN)),
                        each(CellSet.KEY, "c.%1$s = s.%1$s", " AND "),
                        each(CellSet.SUMS, "c.%1$s + s.%1$s = 0", " AND "),
                        each(CellSet.SUMS, "%1$s = c.%1$s + s.%1$s", ", "),
                        CellSet.COLUMNS,
                        each(CellSet.COLUMNS, "s.%1$s", ", "));
    }

    private static String each(String columns, String form, String between) {
        return Stream.of(columns.split(", ")).map(form::formatted).collect(Collectors.joining(between));
    }

    /** How many deltas it folded. */
    int run(Sql sql, Bindings bindings) throws SQLException {
        List<UUID> events = sql.list(find, bindings, row -> row.id("event_id"));
        if (events.isEmpty()) {
            return 0;
        }
        Bindings these = new Bindings().addAll(bindings).ids("events", events);
        if (sql.isPostgres()) {
            addOnPostgres(sql, these);
        } else {
            for (SqlText statement : h2Add) {
                sql.update(statement, these);
            }
        }
        return sql.update(take, these);
    }

    private void addOnPostgres(Sql sql, Bindings these) throws SQLException {
        EmptyCells emptied = new EmptyCells(empty, these);
        for (SqlText statement : postgresAdd) {
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
