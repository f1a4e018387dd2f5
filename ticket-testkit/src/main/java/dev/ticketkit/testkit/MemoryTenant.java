package dev.ticketkit.testkit;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketFilter;
import dev.ticketkit.spi.query.TicketQuery;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;

/** What one tenant has stored. Entered through {@link MemoryTenants} only, by one thread at a time. */
final class MemoryTenant {
    private final TenantId id;
    private final CategoryCatalogue categories = new CategoryCatalogue();
    private final StatusCatalogue statuses = new StatusCatalogue();
    private final DeliveryTable deliveries;
    private final TicketTable tickets;
    private final AutomationTable automations = new AutomationTable();
    private final ExecutionTable runs;
    private final NotificationTable notices = new NotificationTable();

    MemoryTenant(TenantId id, Clock clock) {
        this.id = id;
        this.deliveries = new DeliveryTable(clock);
        this.runs = new ExecutionTable(deliveries);
        this.tickets = new TicketTable(categories, statuses, deliveries, runs);
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

    DeliveryTable deliveries() {
        return deliveries;
    }

    TicketTable tickets() {
        return tickets;
    }

    AutomationTable automations() {
        return automations;
    }

    ExecutionTable executions() {
        return runs;
    }

    NotificationTable notices() {
        return notices;
    }

    /** What of a query and a scope a ticket must satisfy. */
    TicketFilter filter(TicketQuery query, AccessScope scope) {
        return new TicketFilter(query, scope, names -> categories.idsOf(id, names));
    }

    /** The tickets that are not deleted, as they show now. */
    Stream<Ticket> visibleTickets() {
        return tickets.present().visible().all().stream();
    }

    boolean renameCategory(UUID spelling, Category named) {
        return andTicketsFollow(categories.rename(spelling, named));
    }

    boolean mergeCategory(UUID from, UUID into) {
        return andTicketsFollow(categories.merge(from, into));
    }

    private boolean andTicketsFollow(boolean changed) {
        if (changed) {
            tickets.present().categoriesChanged();
        }
        return changed;
    }
}
