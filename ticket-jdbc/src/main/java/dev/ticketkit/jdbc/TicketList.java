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
            Sql sql,
            TenantId tenant,
            TicketQuery query,
            SearchPlan search,
            AccessScope scope,
            @Nullable SortPosition after,
            int limit)
            throws SQLException {
        TicketOrder order = new TicketOrder(query);
        Stretches stretches =
                search.byIndex() || order.collects() ? Stretches.uncut(query, scope) : Stretches.of(query, scope);
        List<Ticket> found = new ArrayList<>();
        if (!order.hasOnlyEmptyPart() && (after == null || !after.isEmpty())) {
            TicketConditions conditions = conditions(sql, tenant, query, search, scope, stretches);
            order.values(conditions);
            if (after != null) {
                order.valuesAfter(conditions, after);
            }
            found.addAll(part(sql, tenant, conditions, stretches, order, order.orderOfValues(), limit));
        }
        if (order.hasEmptyPart() && found.size() < limit) {
            TicketConditions conditions = conditions(sql, tenant, query, search, scope, stretches);
            order.empties(conditions);
            if (after != null && after.isEmpty()) {
                order.emptiesAfter(conditions, after);
            }
            addNew(
                    found,
                    part(sql, tenant, conditions, stretches, order, order.orderOfEmpties(), limit - found.size()));
        }
        return found;
    }

    /** A ticket that lost its value between the two statements is in both. */
    private static void addNew(List<Ticket> found, List<Ticket> more) {
        Set<TicketId> known = new HashSet<>();
        found.forEach(ticket -> known.add(ticket.id()));
        more.stream().filter(ticket -> known.add(ticket.id())).forEach(found::add);
    }

    private static TicketConditions conditions(
            Sql sql, TenantId tenant, TicketQuery query, SearchPlan search, AccessScope scope, Stretches stretches) {
        return new TicketConditions(tenant).query(query, search, scope, sql.dialect(), stretches);
    }

    /** Each stretch ends after a page of its own, so none is read further, whatever the database believes of its length. */
    private List<Ticket> part(
            Sql sql,
            TenantId tenant,
            TicketConditions conditions,
            Stretches stretches,
            TicketOrder order,
            String columns,
            int limit)
            throws SQLException {
        // The number is part of the text: a plan made once for any number would be one for a tenth of the table.
        String end = columns + " LIMIT " + limit;
        List<String> pages = stretches.cut(conditions).stream()
                .map(stretch -> "FROM {ticket} t WHERE %s%s\nORDER BY %s%s"
                        .formatted(conditions.text(), stretch.andCondition(), order.prefixIn(stretch), end))
                .toList();
        String page = pages.size() == 1
                ? "SELECT t.* " + pages.get(0)
                : "SELECT t.* FROM ((SELECT t.* " + String.join(")\nUNION ALL (SELECT t.* ", pages) + ")) t\nORDER BY "
                        + end;
        SqlText statement = names.sql("SELECT %s\nFROM (%s) t %s\nORDER BY %s"
                .formatted(TicketColumns.READ, page, TicketColumns.JOIN_CATEGORY, columns));
        return sql.list(statement, conditions.bindings(), row -> TicketColumns.read(tenant, row));
    }
}
