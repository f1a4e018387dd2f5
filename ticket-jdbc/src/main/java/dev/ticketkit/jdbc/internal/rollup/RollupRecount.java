package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RollupCheck} does, where one statement for all rollups takes too long: rollups, deltas, tickets and entries are read once, and they
 * are summed here. To have each ticket read anew for every rollup, as PostgreSQL does in a blink, takes H2 fifteen times as long.
 */
final class RollupRecount {
    private static final int MOST = 100;

    private static final String CATEGORY =
            "LEFT JOIN {ticket_category} k ON k.tenant_id = :tenant_id AND k.id = %s.category_id";

    /** Without a subquery: H2 reads tables that deep in a statement as they are by then, not as they were when it began. */
    private final SqlText statement;

    RollupRecount(TableNames names) {
        statement = names.sql(String.join(
                "\nUNION ALL\n",
                rollups("{ticket_rollup}"),
                rollups("{ticket_rollup_period}"),
                deltas(),
                tickets(),
                entries()));
    }

    /** What is told apart, as {@link Rollup#KEY} has it; a category is the one it leads to. */
    private record Place(
            String rollup,
            int period,
            @Nullable UUID category,
            String owner,
            String status,
            String macro,
            int priority,
            int bucket) {
        static Place of(RollupKey key) {
            return new Place(
                    key.place().rollup().name(),
                    key.place().period(),
                    key.category().equals(Rollup.NO_CATEGORY_ID) ? null : key.category(),
                    key.owner(),
                    key.status(),
                    key.macro(),
                    key.priority(),
                    key.bucket());
        }

        static Place read(Row row) throws SQLException {
            return new Place(
                    row.text("rollup"),
                    row.integer("period"),
                    row.idOrNull("category_id"),
                    row.text("owner_id"),
                    row.text("status_key"),
                    row.text("macro_status"),
                    row.integer("priority"),
                    row.integer("bucket"));
        }
    }

    List<String> run(Sql sql, Bindings bindings) throws SQLException {
        Map<Place, RollupSums.Sums> kept = new LinkedHashMap<>();
        RollupSums counted = new RollupSums();
        sql.list(statement, bindings, row -> {
            if (row.textOrNull("rollup") == null) {
                counted.add(DeltaRow.read(row));
            } else {
                add(kept, Place.read(row), sums(row));
            }
            return row;
        });
        counted.forEach((key, sums) -> add(kept, Place.of(key), sums));
        return kept.entrySet().stream()
                .filter(each -> !each.getValue().equals(RollupSums.Sums.NONE))
                .limit(MOST)
                .map(each -> line(each.getKey(), each.getValue()))
                .toList();
    }

    private static RollupSums.Sums sums(Row row) throws SQLException {
        return new RollupSums.Sums(row.number("tickets"), row.sum("closed_micros"), row.number("reopenings"));
    }

    private static void add(Map<Place, RollupSums.Sums> all, Place place, RollupSums.Sums sums) {
        all.merge(place, sums, RollupSums.Sums::plus);
    }

    private static String line(Place place, RollupSums.Sums sums) {
        return RollupCheck.line(
                place.rollup() + " " + place.period() + ", category " + Objects.toString(place.category()),
                place.owner(),
                place.status(),
                place.macro(),
                place.priority(),
                place.bucket(),
                sums);
    }

    private static String rollups(String table) {
        return """
                SELECT c.rollup, c.period, c.bucket, c.tickets, c.closed_micros, 0 AS weight, COALESCE(k.target_id, k.id) AS category_id,
                  c.owner_id, c.status_key, c.priority, c.macro_status, c.status_position, NULL AS opened_day, NULL AS opened_month,
                  NULL AS closed_day, NULL AS closed_month, NULL AS closing_micros, NULL AS closing_bucket, NULL AS answer_bucket,
                  c.reopenings, NULL AS entered_day, NULL AS entered_month
                FROM %s c %s
                WHERE c.tenant_id = :tenant_id""".formatted(table, CATEGORY.formatted("c"));
    }

    private static String deltas() {
        return """
                SELECT NULL, NULL, NULL, NULL, NULL, d.weight, COALESCE(k.target_id, k.id), d.owner_id, d.status_key, d.priority, d.macro_status,
                  d.status_position, d.opened_day, d.opened_month, d.closed_day, d.closed_month, d.closing_micros, d.closing_bucket,
                  d.answer_bucket, d.reopenings, d.entered_day, d.entered_month
                FROM {ticket_delta} d %s
                WHERE d.tenant_id = :tenant_id""".formatted(CATEGORY.formatted("d"));
    }

    private static String tickets() {
        return """
                SELECT NULL, NULL, NULL, NULL, NULL, -1, COALESCE(k.target_id, k.id), t.owner_id, t.status_key, t.priority, t.macro_status,
                  t.status_position, %s, %s, %s, %s, t.closing_micros, t.closing_bucket, t.answer_bucket, t.reopenings, NULL, NULL
                FROM {ticket} t %s
                WHERE t.tenant_id = :tenant_id AND t.deleted_at IS NULL""".formatted(
                        UtcDay.daySql("t.opened_at"),
                        UtcDay.monthSql("t.opened_at"),
                        UtcDay.daySql("t.closed_at"),
                        UtcDay.monthSql("t.closed_at"),
                        CATEGORY.formatted("t"));
    }

    private static String entries() {
        return """
                SELECT NULL, NULL, NULL, NULL, NULL, -1, COALESCE(k.target_id, k.id), NULL, e.status_to, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                  NULL, NULL, NULL, NULL, %s, %s
                FROM {ticket_event} e JOIN {ticket} t ON t.tenant_id = :tenant_id AND t.id = e.ticket_id %s
                WHERE e.tenant_id = :tenant_id AND e.status_to IS NOT NULL AND t.deleted_at IS NULL""".formatted(UtcDay.daySql("e.occurred_at"), UtcDay.monthSql("e.occurred_at"), CATEGORY.formatted("t"));
    }
}
