package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.jdbc.internal.query.TicketConditions;
import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.statistics.CategoryCount;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.OwnerCount;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statistics counted from the rows, for scopes that rollups do not tell apart. */
public final class LiveCounts {
    private final TableNames names;

    public LiveCounts(TableNames names) {
        this.names = names;
    }

    public List<TicketCount> counts(Sql sql, CountQuery query) throws SQLException {
        TicketConditions conditions = read(query);
        SqlText statement = names.sql("""
                SELECT g.*, c.name AS category_name
                FROM (
                  SELECT t.category_id, t.status_key, t.macro_status, t.status_position, t.priority,
                    COUNT(*) AS tickets, SUM(t.closing_micros) AS closed_micros, SUM(t.reopenings) AS reopenings
                  FROM {ticket} t
                  WHERE %s
                  GROUP BY t.category_id, t.status_key, t.macro_status, t.status_position, t.priority) g
                LEFT JOIN {ticket_category} c ON c.tenant_id = :tenant_id AND c.id = g.category_id""".formatted(conditions.text()));
        return sql.list(statement, conditions.bindings(), LiveCounts::row);
    }

    public Map<String, Long> statusEntries(Sql sql, CountQuery query) throws SQLException {
        TicketConditions conditions = conditions(query)
                .add("e.tenant_id = :tenant_id")
                .add("e.status_to IS NOT NULL")
                .within("e.occurred_at", "range", query.range());
        SqlText statement = names.sql("""
                SELECT e.status_to AS status_key, COUNT(*) AS entries
                FROM {ticket_event} e JOIN {ticket} t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id
                WHERE %s
                GROUP BY e.status_to""".formatted(conditions.text()));
        return entries(sql, statement, conditions.bindings());
    }

    public List<OwnerCount> openByOwner(Sql sql, TenantId tenant, AccessScope scope) throws SQLException {
        TicketConditions conditions = new TicketConditions(tenant).scope(scope).add("t.macro_status = :macro");
        conditions.bindings().text("macro", MacroStatus.IN_PROGRESS.name());
        SqlText statement = names.sql("""
                SELECT t.owner_id, t.priority, COUNT(*) AS tickets
                FROM {ticket} t
                WHERE %s
                GROUP BY t.owner_id, t.priority""".formatted(conditions.text()));
        return sql.list(statement, conditions.bindings(), LiveCounts::owner);
    }

    static OwnerCount owner(Row row) throws SQLException {
        return new OwnerCount(row.textOrNull("owner_id"), row.priority("priority"), row.number("tickets"));
    }

    static Map<String, Long> entries(Sql sql, SqlText statement, Bindings bindings) throws SQLException {
        Map<String, Long> entries = new HashMap<>();
        sql.list(statement, bindings, row -> entries.put(row.text("status_key"), row.number("entries")));
        return entries;
    }

    /** On the tickets that the reading of a query counts. */
    static TicketConditions read(CountQuery query) {
        TicketConditions conditions = conditions(query);
        reading(conditions, query);
        return conditions;
    }

    private static TicketConditions conditions(CountQuery query) {
        return new TicketConditions(query.tenant())
                .scope(query.scope())
                .categories("categories", query.categories(), false);
    }

    private static void reading(TicketConditions conditions, CountQuery query) {
        switch (query.basis()) {
            case OPENED -> conditions.within("t.opened_at", "range", query.range());
            case CLOSED -> conditions.add("t.closed_at IS NOT NULL").within("t.closed_at", "range", query.range());
            case OPEN_NOW -> {
                conditions.bindings().text("macro", MacroStatus.IN_PROGRESS.name());
                conditions.add("t.macro_status = :macro");
            }
        }
    }

    static CategoryCount category(Row row) throws SQLException {
        return new CategoryCount(
                TicketColumns.category(row),
                row.constant("macro_status", MacroStatus.class),
                row.number("tickets"),
                row.sum("closed_micros"),
                row.number("reopenings"));
    }

    static TicketCount row(Row row) throws SQLException {
        return new TicketCount(
                TicketColumns.category(row),
                TicketColumns.status(row),
                row.priority("priority"),
                row.number("tickets"),
                row.sum("closed_micros"),
                row.number("reopenings"));
    }
}
