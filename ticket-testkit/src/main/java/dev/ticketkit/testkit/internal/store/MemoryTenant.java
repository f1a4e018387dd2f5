package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketFilter;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.testkit.internal.table.AutomationTable;
import dev.ticketkit.testkit.internal.table.CategoryCatalogue;
import dev.ticketkit.testkit.internal.table.DeliveryTable;
import dev.ticketkit.testkit.internal.table.ExecutionTable;
import dev.ticketkit.testkit.internal.table.NotificationTable;
import dev.ticketkit.testkit.internal.table.StatusCatalogue;
import dev.ticketkit.testkit.internal.table.TicketTable;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;

/** What one tenant has stored. Entered through {@link MemoryTenants} only, by one thread at a time. */
public final class MemoryTenant {
    private final TenantId id;
    private final CategoryCatalogue categories = new CategoryCatalogue();
    private final StatusCatalogue statuses = new StatusCatalogue();
    private final DeliveryTable deliveries;
    private final TicketTable tickets;
    private final AutomationTable automations = new AutomationTable();
    private final ExecutionTable runs;
    private final NotificationTable notifications = new NotificationTable();

    public MemoryTenant(TenantId id, Clock clock) {
        this.id = id;
        this.deliveries = new DeliveryTable(clock);
        this.runs = new ExecutionTable(deliveries);
        this.tickets = new TicketTable(categories, statuses, deliveries, runs);
    }

    public TenantId id() {
        return id;
    }

    public CategoryCatalogue categories() {
        return categories;
    }

    public StatusCatalogue statuses() {
        return statuses;
    }

    public DeliveryTable deliveries() {
        return deliveries;
    }

    public TicketTable tickets() {
        return tickets;
    }

    public AutomationTable automations() {
        return automations;
    }

    public ExecutionTable executions() {
        return runs;
    }

    public NotificationTable notifications() {
        return notifications;
    }

    /** What of a query and a scope a ticket must satisfy. */
    public TicketFilter filter(TicketQuery query, AccessScope scope) {
        return new TicketFilter(query, scope, names -> categories.idsOf(id, names));
    }

    /** The tickets that are not deleted, as they show now. */
    public Stream<Ticket> visibleTickets() {
        return tickets.present().visible().all().stream();
    }

    public boolean renameCategory(UUID spelling, Category named) {
        return andTicketsFollow(categories.rename(spelling, named));
    }

    public boolean mergeCategory(UUID from, UUID into) {
        return andTicketsFollow(categories.merge(from, into));
    }

    private boolean andTicketsFollow(boolean changed) {
        if (changed) {
            tickets.present().categoriesChanged();
        }
        return changed;
    }
}
