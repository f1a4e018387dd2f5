package dev.ticketkit.jdbc.internal.groupcommit;

import dev.ticketkit.jdbc.internal.commit.RowKey;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds out which of the rows that commits need are held by others at this moment. PostgreSQL only. */
final class LockedRows {
    private final SqlText tickets;
    private final SqlText categories;
    private final SqlText series;

    LockedRows(TableNames names) {
        tickets = names.sql(free("ticket", "id", ":ids", "NO KEY UPDATE"));
        categories = names.sql(free("ticket_category", "id", ":ids", "KEY SHARE"));
        series = names.sql(free("ticket_series", "series", ":names", "NO KEY UPDATE"));
    }

    /** Those rows the changes need that are there and not free. */
    Set<RowKey> of(Sql sql, List<TicketChange> changes) throws SQLException {
        List<RowKey> needed = changes.stream()
                .flatMap(change -> RowKey.lockedBy(change).stream())
                .distinct()
                .toList();
        Set<RowKey> held = new HashSet<>();
        held.addAll(held(sql, tickets, RowKey.Kind.TICKET, needed));
        held.addAll(held(sql, categories, RowKey.Kind.CATEGORY, needed));
        held.addAll(held(sql, series, RowKey.Kind.SERIES, needed));
        return held;
    }

    private static List<RowKey> held(Sql sql, SqlText statement, RowKey.Kind kind, List<RowKey> needed)
            throws SQLException {
        List<RowKey> rows = needed.stream().filter(row -> row.kind() == kind).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Bindings bindings = new Bindings()
                .texts("tenants", rows.stream().map(RowKey::tenant).toList());
        if (kind == RowKey.Kind.SERIES) {
            bindings.texts("names", rows.stream().map(RowKey::name).toList());
        } else {
            bindings.ids(
                    "ids",
                    rows.stream()
                            .map(row -> Objects.requireNonNull(row.id(), "id"))
                            .toList());
        }
        List<Integer> places = sql.list(statement, bindings, row -> row.integer("nr"));
        List<RowKey> held = new ArrayList<>();
        places.forEach(place -> held.add(rows.get(place - 1)));
        return held;
    }

    private static String free(String table, String column, String values, String lock) {
        return """
        WITH item AS MATERIALIZED (SELECT u.tenant_id, u.key, u.nr FROM unnest(:tenants, %3$s) WITH ORDINALITY AS u(tenant_id, key, nr)),
        free AS MATERIALIZED (
          SELECT i.nr FROM item i JOIN {%1$s} t ON t.tenant_id = i.tenant_id AND t.%2$s = i.key FOR %4$s OF t SKIP LOCKED)
        SELECT i.nr FROM item i JOIN {%1$s} t ON t.tenant_id = i.tenant_id AND t.%2$s = i.key
        WHERE i.nr NOT IN (SELECT f.nr FROM free f)
        """.formatted(table, column, values, lock);
    }
}
