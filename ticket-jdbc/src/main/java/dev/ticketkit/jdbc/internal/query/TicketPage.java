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
    private final IndexRanges stretches;
    private final SearchPlan search;
    private final @Nullable Set<UUID> few;

    /** @param few the only tickets that may be in it, or null */
    TicketPage(
            Sql sql,
            TableNames names,
            TenantId tenant,
            TicketOrder order,
            IndexRanges stretches,
            SearchPlan search,
            @Nullable Set<UUID> few) {
        this.sql = sql;
        this.names = names;
        this.tenant = tenant;
        this.order = order;
        this.stretches = stretches;
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
        List<String> pieces =
                after == null ? TicketOrder.ONE_PIECE : order.valuesAfter(conditions, after, sql.dialect());
        return part(conditions, pieces, order.ofValues(), limit);
    }

    private List<Ticket> empties(@Nullable SortPosition after, int limit) throws SQLException {
        TicketConditions conditions = conditions();
        order.empties(conditions);
        if (after != null && after.isEmpty()) {
            order.emptiesAfter(conditions, after);
        }
        return part(conditions, TicketOrder.ONE_PIECE, order.ofEmpties(), limit);
    }

    /** A ticket that lost its value between the two statements is in both. */
    private static void addNew(List<Ticket> found, List<Ticket> more) {
        Set<TicketId> known = new HashSet<>();
        found.forEach(ticket -> known.add(ticket.id()));
        more.stream().filter(ticket -> known.add(ticket.id())).forEach(found::add);
    }

    private TicketConditions conditions() {
        TicketConditions conditions = new TicketConditions(tenant).list(stretches, search, sql.dialect());
        if (few != null) {
            conditions.bindings().ids("candidates", few);
        }
        return conditions;
    }

    private List<Ticket> part(TicketConditions conditions, List<String> pieces, TicketOrder.Columns columns, int limit)
            throws SQLException {
        List<String> wheres = wheres(conditions, pieces);
        if (wheres.isEmpty()) {
            return List.of();
        }
        ListStatement statement = new ListStatement(columns, limit);
        String text = sql.isPostgres() ? statement.onPostgres(wheres) : statement.onH2(wheres, few != null);
        return sql.list(names.sql(text), conditions.bindings(), row -> TicketColumns.read(tenant, row));
    }

    /** The conditions and the beginning of the order of each piece of each stretch. */
    private List<String> wheres(TicketConditions conditions, List<String> pieces) {
        List<String> wheres = new ArrayList<>();
        boolean byPriority = pieces == TicketOrder.ONE_PIECE;
        for (IndexRange stretch : stretches.cut(conditions, byPriority)) {
            for (String piece : pieces) {
                IndexRange part = piece.isEmpty() ? stretch : stretch.and(piece);
                wheres.add(
                        conditions.text() + part.andCondition() + "\nORDER BY " + order.prefixIn(part, sql.dialect()));
            }
        }
        return wheres;
    }
}
