package dev.ticketkit.testkit;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.util.stream.Stream;

/** What one tenant has stored. Entered through {@link MemoryTenants} only, by one thread at a time. */
final class MemoryTenant {
    private final TenantId id;
    private final CategoryCatalogue categories = new CategoryCatalogue();
    private final StatusCatalogue statuses = new StatusCatalogue();
    private final TicketShelf tickets = new TicketShelf(categories);

    MemoryTenant(TenantId id) {
        this.id = id;
    }

    TenantId id() {
        return id;
    }

    CategoryCatalogue categories() {
        return categories;
    }

    StatusCatalogue statuses() {
        return statuses;
    }

    TicketShelf tickets() {
        return tickets;
    }

    /** The tickets that are not deleted, as they show now. */
    Stream<Ticket> visibleTickets() {
        return tickets.all().filter(ticket -> ticket.deletedAt() == null);
    }
}
