package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.search.SearchPlan;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortPosition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one page of a list: the tickets that have a value in the sorted column, then those that have none. */
final class TicketPage {
    private final Sql sql;
    private final TableNames names;
    private final TenantId tenant;
    private final TicketOrder order;
    private final IndexRanges ranges;
    private final SearchPlan search;
    private final @Nullable Set<UUID> few;

    /** @param few the only tickets that may be in it, or null */
    TicketPage(
            Sql sql,
            TableNames names,
            TenantId tenant,
            TicketOrder order,
            IndexRanges ranges,
            SearchPlan search,
            @Nullable Set<UUID> few) {
        this.sql = sql;
        this.names = names;
        this.tenant = tenant;
        this.order = order;
        this.ranges = ranges;
        this.search = search;
        this.few = few;
    }

    List<Ticket> read(@Nullable SortPosition after, int limit) throws SQLException {
        List<Ticket> found = new ArrayList<>();
        if (!order.hasOnlyEmptyPart() && (after == null || !after.isEmpty())) {
            found.addAll(values(after, limit));
        }
        if (order.hasEmptyPart() && found.size() < limit) {
            addNew(found, empties(after, limit - found.size()));
        }
        return found;
    }

    private List<Ticket> values(@Nullable SortPosition after, int limit) throws SQLException {
        TicketConditions conditions = conditions();
        order.values(conditions, sql.dialect());
        List<String> keysets = after == null ? TicketOrder.UNCUT : order.valuesAfter(conditions, after, sql.dialect());
        return part(conditions, keysets, order.ofValues(), limit);
    }

    private List<Ticket> empties(@Nullable SortPosition after, int limit) throws SQLException {
        TicketConditions conditions = conditions();
        order.empties(conditions);
        if (after != null && after.isEmpty()) {
            order.emptiesAfter(conditions, after);
        }
        return part(conditions, TicketOrder.UNCUT, order.ofEmpties(), limit);
    }

    /** A ticket that lost its value between the two statements is in both. */
    private static void addNew(List<Ticket> found, List<Ticket> more) {
        Set<TicketId> known = new HashSet<>();
        found.forEach(ticket -> known.add(ticket.id()));
        more.stream().filter(ticket -> known.add(ticket.id())).forEach(found::add);
    }

    private TicketConditions conditions() {
        TicketConditions conditions = new TicketConditions(tenant).list(ranges, search, sql.dialect());
        if (few != null) {
            conditions.bindings().ids("candidates", few);
        }
        return conditions;
    }

    private List<Ticket> part(TicketConditions conditions, List<String> keysets, TicketOrder.Columns columns, int limit)
            throws SQLException {
        List<String> wheres = wheres(conditions, keysets);
        if (wheres.isEmpty()) {
            return List.of();
        }
        ListStatement statement = new ListStatement(sql.dialect(), columns, limit);
        String text =
                sql.dialect().plansByStatistics() ? statement.ofPages(wheres) : statement.ofParts(wheres, few != null);
        return sql.list(names.sql(text), conditions.bindings(), row -> TicketColumns.read(tenant, row));
    }

    /** The conditions and the beginning of the order of each keyset of each range. */
    private List<String> wheres(TicketConditions conditions, List<String> keysets) {
        List<String> wheres = new ArrayList<>();
        boolean byPriority = keysets == TicketOrder.UNCUT;
        for (IndexRange range : ranges.cut(conditions, byPriority)) {
            for (String keyset : keysets) {
                IndexRange part = keyset.isEmpty() ? range : range.and(keyset);
                wheres.add(
                        conditions.text() + part.andCondition() + "\nORDER BY " + order.prefixIn(part, sql.dialect()));
            }
        }
        return wheres;
    }
}
