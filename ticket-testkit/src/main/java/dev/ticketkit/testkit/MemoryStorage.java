package dev.ticketkit.testkit;

import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.ContactStore;
import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.spi.storage.statistics.StatisticsStore;
import dev.ticketkit.testkit.internal.store.MemoryAutomationStore;
import dev.ticketkit.testkit.internal.store.MemoryCategoryStore;
import dev.ticketkit.testkit.internal.store.MemoryContactStore;
import dev.ticketkit.testkit.internal.store.MemoryDeliveryQueue;
import dev.ticketkit.testkit.internal.store.MemoryEventStore;
import dev.ticketkit.testkit.internal.store.MemoryExecutionStore;
import dev.ticketkit.testkit.internal.store.MemoryNotificationStore;
import dev.ticketkit.testkit.internal.store.MemoryReferenceNumbers;
import dev.ticketkit.testkit.internal.store.MemoryStatisticsStore;
import dev.ticketkit.testkit.internal.store.MemoryStatusStore;
import dev.ticketkit.testkit.internal.store.MemoryTenants;
import dev.ticketkit.testkit.internal.store.MemoryTicketStore;
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
    private final MemoryExecutionStore executions;
    private final MemoryNotificationStore notifications;
    private final MemoryContactStore contacts;
    private final MemoryReferenceNumbers numbers;
    private final MemoryStatisticsStore statistics;

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
        executions = new MemoryExecutionStore(tenants);
        notifications = new MemoryNotificationStore(tenants);
        contacts = new MemoryContactStore(tenants);
        numbers = new MemoryReferenceNumbers(tenants);
        statistics = new MemoryStatisticsStore(tenants);
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
        return executions;
    }

    @Override
    public NotificationStore notifications() {
        return notifications;
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
    public ReferenceNumbers numbers() {
        return numbers;
    }

    @Override
    public ContactStore contacts() {
        return contacts;
    }

    @Override
    public StatisticsStore statistics() {
        return statistics;
    }
}
