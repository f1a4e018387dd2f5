package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.search.SearchPlan;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists tickets, an index range at a time; or the few candidates all together, where the database does not see that they are few.
 *
 * <p>See docs/decisions/0012-lists-and-search.md.
 */
public final class TicketList {
    private final TableNames names;

    public TicketList(TableNames names) {
        this.names = names;
    }

    public List<Ticket> run(
            Sql sql,
            TenantId tenant,
            TicketQuery query,
            SearchPlan search,
            AccessScope scope,
            @Nullable SortPosition after,
            int limit)
            throws SQLException {
        TicketOrder order = new TicketOrder(query);
        IndexRanges ranges =
                search.byIndex() || order.collects() ? IndexRanges.uncut(query, scope) : IndexRanges.of(query, scope);
        @Nullable Set<UUID> few = sql.dialect().plansByStatistics()
                ? null
                : new Candidates(sql, names, tenant, query, scope).find(search, ranges.lead());
        if (few != null) {
            ranges = IndexRanges.uncut(query, scope);
        }
        return new TicketPage(sql, names, tenant, order, ranges, search, few).read(after, limit);
    }
}
