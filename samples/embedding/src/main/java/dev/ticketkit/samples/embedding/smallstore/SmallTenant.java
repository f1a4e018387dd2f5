package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketFilter;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.stream.Stream;

/** Everything of one tenant. */
final class SmallTenant {
    private final TenantId id;
    private final SmallStatuses statuses = new SmallStatuses();
    private final SmallCategories categories = new SmallCategories();
    private final SmallTickets tickets = new SmallTickets(statuses, categories);

    SmallTenant(TenantId id) {
        this.id = id;
    }

    SmallStatuses statuses() {
        return statuses;
    }

    SmallCategories categories() {
        return categories;
    }

    SmallTickets tickets() {
        return tickets;
    }

    /** What a query finds, in no order. */
    Stream<Ticket> found(TicketQuery query, AccessScope scope) {
        return tickets.all()
                .filter(ticket -> ticket.deletedAt() == null)
                .filter(new TicketFilter(query, scope, names -> categories.idsOf(id, names)));
    }
}
