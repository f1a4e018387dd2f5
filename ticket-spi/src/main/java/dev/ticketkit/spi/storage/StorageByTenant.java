package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.StatisticsStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Each tenant's calls go to that tenant's storage; claims and maintenance, which name no tenant, go to all storages in turn. Thread-safe. */
final class StorageByTenant implements TicketStorage, Maintenance {
    private final Supplier<? extends Collection<? extends TicketStorage>> all;
    private final AtomicInteger turn = new AtomicInteger();
    private final TicketStore tickets;
    private final EventStore events;
    private final StatusStore statuses;
    private final CategoryStore categories;
    private final DeliveryQueue deliveries;
    private final AutomationStore automations;
    private final ExecutionStore executions;
    private final NotificationStore notifications;
    private final ContactStore contacts;
    private final ReferenceNumbers numbers;
    private final DerivedStatistics statistics;
    private final PortByTenant.Maker ports;

    StorageByTenant(
            Function<TenantId, ? extends TicketStorage> choice,
            Supplier<? extends Collection<? extends TicketStorage>> all) {
        this.all = all;
        ports = new PortByTenant.Maker(choice);
        tickets = ports.of(TicketStore.class, TicketStorage::tickets);
        events = ports.of(EventStore.class, TicketStorage::events);
        statuses = ports.of(StatusStore.class, TicketStorage::statuses);
        categories = ports.of(CategoryStore.class, TicketStorage::categories);
        deliveries = new DeliveriesByTenant(ports, this::delivering);
        automations = ports.of(AutomationStore.class, TicketStorage::automations);
        executions = ports.of(ExecutionStore.class, TicketStorage::executions);
        notifications = ports.of(NotificationStore.class, TicketStorage::notifications);
        contacts = ports.of(ContactStore.class, TicketStorage::contacts);
        numbers = ports.of(ReferenceNumbers.class, TicketStorage::numbers);
        statistics = ports.of(DerivedStatistics.class, storage -> DerivedStatistics.of(storage.statistics()));
    }

    @Override
    public int run(int most) {
        int done = 0;
        StorageException failure = null;
        for (TicketStorage each : inTurn()) {
            if (done < most) {
                try {
                    done += each.maintenance().run(most - done);
                } catch (StorageException e) {
                    failure = first(failure, e);
                }
            }
        }
        if (done == 0 && failure != null) {
            throw failure;
        }
        return done;
    }

    @Override
    public void afterMuchWasWritten() {
        all.get().forEach(each -> each.maintenance().afterMuchWasWritten());
    }

    private List<TicketStorage> delivering() {
        return inTurn().stream()
                .filter(each -> each.keeps(StoragePart.DELIVERIES))
                .toList();
    }

    private List<TicketStorage> inTurn() {
        List<TicketStorage> storages = new ArrayList<>(all.get());
        if (!storages.isEmpty()) {
            Collections.rotate(storages, Math.floorMod(turn.getAndIncrement(), storages.size()));
        }
        return storages;
    }

    /** The first failure, with the others behind it. */
    static StorageException first(@Nullable StorageException known, StorageException next) {
        if (known == null) {
            return next;
        }
        if (known != next) {
            known.addSuppressed(next);
        }
        return known;
    }

    @Override
    public boolean isJoined() {
        return all.get().stream().anyMatch(TicketStorage::isJoined);
    }

    @Override
    public boolean afterCommit(Runnable action) {
        return all.get().stream().filter(TicketStorage::isJoined).anyMatch(storage -> storage.afterCommit(action));
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
    public ContactStore contacts() {
        return contacts;
    }

    @Override
    public ReferenceNumbers numbers() {
        return numbers;
    }

    @Override
    public boolean settle(TenantId tenant) {
        return ports.storage(tenant).settle(tenant);
    }

    @Override
    public boolean keeps(StoragePart part) {
        return all.get().stream().anyMatch(each -> each.keeps(part));
    }

    @Override
    public StatisticsStore statistics() {
        return statistics;
    }

    @Override
    public Maintenance maintenance() {
        return this;
    }
}
