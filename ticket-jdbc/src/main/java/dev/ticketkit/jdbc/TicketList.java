package dev.ticketkit.jdbc;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists tickets, a stretch at a time. */
final class TicketList {
    private final TableNames names;

    TicketList(TableNames names) {
        this.names = names;
    }

    List<Ticket> run(
            Sql sql, TenantId tenant, TicketQuery query, AccessScope scope, @Nullable SortPosition after, int limit)
            throws SQLException {
        TicketOrder order = new TicketOrder(query);
        List<Ticket> found = new ArrayList<>();
        if (after == null || !after.isEmpty()) {
            TicketConditions conditions = conditions(sql, tenant, query, scope);
            order.values(conditions);
            if (after != null) {
                order.valuesAfter(conditions, after);
            }
            found.addAll(part(sql, tenant, conditions, order.orderOfValues(), limit));
        }
        if (order.hasEmptyPart() && found.size() < limit) {
            TicketConditions conditions = conditions(sql, tenant, query, scope);
            order.empties(conditions);
            if (after != null && after.isEmpty()) {
                order.emptiesAfter(conditions, after);
            }
            addNew(found, part(sql, tenant, conditions, "t.id", limit - found.size()));
        }
        return found;
    }

    /** A ticket that lost its value between the two statements is in both. */
    private static void addNew(List<Ticket> found, List<Ticket> more) {
        Set<TicketId> known = new HashSet<>();
        found.forEach(ticket -> known.add(ticket.id()));
        more.stream().filter(ticket -> known.add(ticket.id())).forEach(found::add);
    }

    private static TicketConditions conditions(Sql sql, TenantId tenant, TicketQuery query, AccessScope scope) {
        return new TicketConditions(tenant).scope(scope).query(query, sql.dialect());
    }

    private List<Ticket> part(Sql sql, TenantId tenant, TicketConditions conditions, String order, int limit)
            throws SQLException {
        SqlText statement =
                names.sql("""
                SELECT %s
                FROM {ticket} t %s
                WHERE %s
                ORDER BY %s
                LIMIT :most""".formatted(TicketColumns.READ, TicketColumns.JOIN_CATEGORY, conditions.text(), order));
        return sql.list(statement, conditions.bindings().number("most", limit), row -> TicketColumns.read(tenant, row));
    }
}
