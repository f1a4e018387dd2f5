package dev.ticketkit.testkit;

import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.ReferenceBlocks;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.spi.storage.statistics.StatisticsStore;
import java.time.Clock;

/**
 * Keeps everything in memory: the reference implementation of the ports, and a store for unit tests. What it kept is gone with the
 * object. Thread-safe: one call at a time for each tenant. It joins no transaction; what is committed is committed.
 */
public final class MemoryStorage implements TicketStorage {
    private final MemoryTicketStore tickets;
    private final MemoryEventStore events;
    private final MemoryStatusStore statuses;
    private final MemoryCategoryStore categories;
    private final MemoryDeliveryQueue deliveries;
    private final MemoryAutomationStore automations;
    private final MemoryExecutionStore runs;
    private final MemoryNotificationStore notices;
    private final ReferenceBlocks referenceBlocks;
    private final MemoryStatisticsStore tallies;

    /** An empty store whose leases end by the system's clock. */
    public MemoryStorage() {
        this(Clock.systemUTC());
    }

    /**
     * An empty store.
     *
     * @param clock by which deliveries are due and leases end
     */
    public MemoryStorage(Clock clock) {
        MemoryTenants tenants = new MemoryTenants(clock);
        tickets = new MemoryTicketStore(tenants);
        events = new MemoryEventStore(tenants);
        statuses = new MemoryStatusStore(tenants);
        categories = new MemoryCategoryStore(tenants);
        deliveries = new MemoryDeliveryQueue(tenants, clock);
        automations = new MemoryAutomationStore(tenants);
        runs = new MemoryExecutionStore(tenants);
        notices = new MemoryNotificationStore(tenants);
        referenceBlocks = (tenant, request, count) ->
                tenants.in(tenant, memory -> memory.tickets().reserve(request, count));
        tallies = new MemoryStatisticsStore(tenants);
    }

    @Override
    public TicketStore tickets() {
        return tickets;
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public AutomationStore automations() {
        return automations;
    }

    @Override
    public ExecutionStore executions() {
        return runs;
    }

    @Override
    public NotificationStore notifications() {
        return notices;
    }

    @Override
    public StatusStore statuses() {
        return statuses;
    }

    @Override
    public CategoryStore categories() {
        return categories;
    }

    @Override
    public DeliveryQueue deliveries() {
        return deliveries;
    }

    @Override
    public ReferenceBlocks referenceBlocks() {
        return referenceBlocks;
    }

    @Override
    public StatisticsStore statistics() {
        return tallies;
    }
}
