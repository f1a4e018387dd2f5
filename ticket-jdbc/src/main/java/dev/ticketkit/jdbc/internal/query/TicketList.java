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

/** Lists tickets, a stretch at a time; on H2 those of few candidates all together. */
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
        IndexRanges stretches =
                search.byIndex() || order.collects() ? IndexRanges.uncut(query, scope) : IndexRanges.of(query, scope);
        @Nullable Set<UUID> few = sql.isPostgres()
                ? null
                : new Candidates(sql, names, tenant, query, scope).find(search.words(), stretches.lead());
        if (few != null) {
            stretches = IndexRanges.uncut(query, scope);
        }
        return new TicketPage(sql, names, tenant, order, stretches, search, few).read(after, limit);
    }
}
