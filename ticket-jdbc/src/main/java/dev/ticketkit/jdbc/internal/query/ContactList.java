package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.search.SearchPlan;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.TicketQuery;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists contacts by their most urgent ticket. All tickets that the query finds are grouped for each page; the snapshots are then looked up
 * for the contacts of the page only.
 */
public final class ContactList {
    private static final String AFTER = """
            HAVING MAX(t.priority) <= :after_priority AND (MAX(t.priority) < :after_priority
              OR MAX(t.opened_at) < :after_opened OR (MAX(t.opened_at) = :after_opened AND %1$s > %2$s))
            """;

    private final TableNames names;

    public ContactList(TableNames names) {
        this.names = names;
    }

    public List<ContactTickets> run(
            Sql sql,
            TenantId tenant,
            TicketQuery query,
            SearchPlan search,
            AccessScope scope,
            @Nullable ContactPosition after,
            int limit)
            throws SQLException {
        TicketConditions conditions = new TicketConditions(tenant).scope(scope).query(query, search, sql.dialect());
        Bindings bindings = conditions.bindings().number("most", limit);
        if (after != null) {
            bindings.number("after_priority", after.priority().rank())
                    .time("after_opened", after.openedAt())
                    .text("after_contact", after.contactId());
        }
        return sql.list(statement(conditions.text(), after != null, sql.dialect()), bindings, ContactList::read);
    }

    private SqlText statement(String conditions, boolean goesOn, Dialect dialect) {
        String group = dialect.byCodePoint("t.contact_id");
        String page = """
                SELECT t.contact_id, MAX(t.priority) AS priority, MAX(t.opened_at) AS opened_at, COUNT(*) AS tickets
                FROM {ticket} t WHERE %s
                GROUP BY t.contact_id %s
                ORDER BY MAX(t.priority) DESC, MAX(t.opened_at) DESC, %s LIMIT :most""".formatted(
                        conditions, goesOn ? AFTER.formatted(group, dialect.byCodePoint(":after_contact")) : "", group);
        return names.sql("""
                SELECT l.* FROM (
                  SELECT p.priority, p.opened_at, p.tickets, t.contact_id, t.contact_name, t.contact_phone, t.contact_email,
                    t.contact_language,
                    ROW_NUMBER() OVER (PARTITION BY t.contact_id ORDER BY t.updated_at DESC, t.id DESC) AS place
                  FROM (%s) p JOIN {ticket} t ON t.contact_id = p.contact_id WHERE %s) l
                WHERE l.place = 1
                ORDER BY l.priority DESC, l.opened_at DESC, %s""".formatted(page, conditions, dialect.byCodePoint("l.contact_id")));
    }

    private static ContactTickets read(Row row) throws SQLException {
        return new ContactTickets(
                TicketColumns.contact(row), row.priority("priority"), row.time("opened_at"), row.number("tickets"));
    }
}
