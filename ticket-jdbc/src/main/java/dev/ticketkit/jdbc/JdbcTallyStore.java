package dev.ticketkit.jdbc;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.storage.TallyQuery;
import dev.ticketkit.spi.storage.TallyRow;
import dev.ticketkit.spi.storage.TallyStore;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statistics, counted from the rows. */
final class JdbcTallyStore implements TallyStore {
    private final TableNames names;
    private final Transactions transactions;

    JdbcTallyStore(TableNames names, Transactions transactions) {
        this.names = names;
        this.transactions = transactions;
    }

    @Override
    public List<TallyRow> tally(TallyQuery query) {
        AccessScope scope = query.scope();
        if (scope.isNone()) {
            return List.of();
        }
        TicketConditions conditions = conditions(query);
        reading(conditions, query);
        SqlText statement = names.sql("""
                SELECT g.*, c.name AS category_name
                FROM (
                  SELECT t.tenant_id, t.category_id, t.status_key, t.macro_status, t.status_position, t.priority,
                    COUNT(*) AS tickets, SUM(t.closing_micros) AS closed_micros, SUM(t.reopenings) AS reopenings
                  FROM {ticket} t
                  WHERE %s
                  GROUP BY t.tenant_id, t.category_id, t.status_key, t.macro_status, t.status_position, t.priority) g
                LEFT JOIN {ticket_category} c ON c.tenant_id = g.tenant_id AND c.id = g.category_id""".formatted(conditions.text()));
        return transactions.call().read(sql -> sql.list(statement, conditions.bindings(), JdbcTallyStore::row));
    }

    @Override
    public Map<String, Long> statusEntries(TallyQuery query) {
        if (query.scope().isNone()) {
            return Map.of();
        }
        TicketConditions conditions = conditions(query)
                .add("e.tenant_id = :tenant_id")
                .add("e.status_to IS NOT NULL")
                .within("e.occurred_at", "range", query.range());
        SqlText statement = names.sql("""
                SELECT e.status_to, COUNT(*) AS entries
                FROM {ticket_event} e JOIN {ticket} t ON t.tenant_id = e.tenant_id AND t.id = e.ticket_id
                WHERE %s
                GROUP BY e.status_to""".formatted(conditions.text()));
        return transactions.call().read(sql -> {
            Map<String, Long> entries = new HashMap<>();
            sql.list(
                    statement, conditions.bindings(), row -> entries.put(row.text("status_to"), row.number("entries")));
            return entries;
        });
    }

    private static TicketConditions conditions(TallyQuery query) {
        return new TicketConditions(query.tenant())
                .scope(query.scope())
                .categories("categories", query.categories(), false);
    }

    private static void reading(TicketConditions conditions, TallyQuery query) {
        switch (query.reading()) {
            case OPENED -> conditions.within("t.opened_at", "range", query.range());
            case CLOSED -> conditions.add("t.closed_at IS NOT NULL").within("t.closed_at", "range", query.range());
            case OPEN_NOW -> {
                conditions.bindings().text("macro", MacroStatus.IN_PROGRESS.name());
                conditions.add("t.macro_status = :macro");
            }
        }
    }

    private static TallyRow row(Row row) throws SQLException {
        return new TallyRow(
                TicketColumns.category(row),
                TicketColumns.status(row),
                Priority.ofRank(row.integer("priority")),
                row.number("tickets"),
                row.sum("closed_micros"),
                row.number("reopenings"));
    }
}
