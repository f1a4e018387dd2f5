package dev.ticketkit.testkit;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;

/** What one tenant has stored. Entered through {@link MemoryTenants} only, by one thread at a time. */
final class MemoryTenant {
    private final TenantId id;
    private final CategoryCatalogue categories = new CategoryCatalogue();
    private final StatusCatalogue statuses = new StatusCatalogue();
    private final DeliveryShelf deliveries;
    private final TicketShelf tickets;
    private final AutomationShelf automations = new AutomationShelf();
    private final RunShelf runs;
    private final NoticeShelf notices = new NoticeShelf();

    MemoryTenant(TenantId id, Clock clock) {
        this.id = id;
        this.deliveries = new DeliveryShelf(clock);
        this.runs = new RunShelf(deliveries);
        this.tickets = new TicketShelf(categories, statuses, deliveries, runs);
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

    DeliveryShelf deliveries() {
        return deliveries;
    }

    TicketShelf tickets() {
        return tickets;
    }

    AutomationShelf automations() {
        return automations;
    }

    RunShelf runs() {
        return runs;
    }

    NoticeShelf notices() {
        return notices;
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
