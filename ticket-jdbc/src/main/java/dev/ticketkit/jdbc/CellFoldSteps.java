package dev.ticketkit.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folds on H2, by several statements over the same deltas, which nobody else takes meanwhile. */
final class CellFoldSteps {
    private final SqlText find;
    private final SqlText addNow;
    private final SqlText addPeriods;
    private final SqlText take;

    CellFoldSteps(TableNames names) {
        find = names.sql("""
                SELECT d.event_id FROM {ticket_delta} d WHERE d.tenant_id = :tenant_id
                ORDER BY d.event_id, d.part LIMIT :most""");
        addNow = names.sql(added(false));
        addPeriods = names.sql(added(true));
        take = names.sql("DELETE FROM {ticket_delta} WHERE tenant_id = :tenant_id AND event_id = ANY(:events)");
    }

    private static String added(boolean periods) {
        String taken = """
                (SELECT * FROM {ticket_delta} x WHERE x.tenant_id = :tenant_id AND x.event_id = ANY(:events)) d""";
        return """
                MERGE INTO %s c USING (%s) s ON c.tenant_id = :tenant_id AND %s
                WHEN MATCHED AND %s THEN DELETE
                WHEN MATCHED THEN UPDATE SET %s
                WHEN NOT MATCHED THEN INSERT (tenant_id, %s) VALUES (:tenant_id, %s)""".formatted(
                        periods ? "{ticket_cell_period}" : "{ticket_cell}",
                        CellFold.summed(CellSet.all(periods, taken)),
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
        sql.update(addNow, these);
        sql.update(addPeriods, these);
        return sql.update(take, these);
    }
}
