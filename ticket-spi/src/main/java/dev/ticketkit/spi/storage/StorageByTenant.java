package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.model.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Each tenant's calls go to that tenant's storage; claims and upkeep, which name no tenant, go to all storages in turn. Thread-safe. */
final class StorageByTenant implements TicketStorage, Upkeep {
    private final Supplier<? extends Collection<? extends TicketStorage>> all;
    private final AtomicInteger turn = new AtomicInteger();
    private final TicketStore tickets;
    private final EventStore events;
    private final StatusStore statuses;
    private final CategoryStore categories;
    private final DeliveryQueue deliveries;
    private final AutomationStore automations;
    private final RunStore runs;
    private final NoticeStore notices;
    private final ReferenceBlocks referenceBlocks;
    private final TallyStore tallies;

    StorageByTenant(
            Function<TenantId, ? extends TicketStorage> choice,
            Supplier<? extends Collection<? extends TicketStorage>> all) {
        this.all = all;
        PortByTenant.Maker ports = new PortByTenant.Maker(choice);
        tickets = ports.of(TicketStore.class, TicketStorage::tickets);
        events = ports.of(EventStore.class, TicketStorage::events);
        statuses = ports.of(StatusStore.class, TicketStorage::statuses);
        categories = ports.of(CategoryStore.class, TicketStorage::categories);
        deliveries = ports.of(DeliveryQueue.class, TicketStorage::deliveries, this::ofAll);
        automations = ports.of(AutomationStore.class, TicketStorage::automations);
        runs = ports.of(RunStore.class, TicketStorage::runs);
        notices = ports.of(NoticeStore.class, TicketStorage::notices);
        referenceBlocks = ports.of(ReferenceBlocks.class, TicketStorage::referenceBlocks);
        tallies = ports.of(TallyStore.class, TicketStorage::tallies);
    }

    private Object ofAll(String method, Object[] arguments) {
        String owner = (String) arguments[0];
        return switch (method) {
            case "claim" -> claim(owner, (Integer) arguments[1], (Duration) arguments[2]);
            case "claimAbandoned" -> claimAbandoned(owner, (Duration) arguments[1]);
            default -> throw new IllegalStateException("byTenant: " + method + " names no tenant");
        };
    }

    /** Claims from one storage after the other; another one begins each time. One that fails does not keep the others' deliveries. */
    private List<Delivery> claim(String owner, int limit, Duration lease) {
        List<Delivery> claimed = new ArrayList<>();
        StorageException failure = null;
        for (TicketStorage each : inTurn()) {
            if (claimed.size() < limit) {
                try {
                    claimed.addAll(each.deliveries().claim(owner, limit - claimed.size(), lease));
                } catch (StorageException e) {
                    failure = first(failure, e);
                }
            }
        }
        if (claimed.isEmpty() && failure != null) {
            throw failure;
        }
        return claimed;
    }

    private Optional<Delivery> claimAbandoned(String owner, Duration lease) {
        Optional<Delivery> claimed = Optional.empty();
        StorageException failure = null;
        for (TicketStorage each : inTurn()) {
            if (claimed.isEmpty()) {
                try {
                    claimed = each.deliveries().claimAbandoned(owner, lease);
                } catch (StorageException e) {
                    failure = first(failure, e);
                }
            }
        }
        if (claimed.isEmpty() && failure != null) {
            throw failure;
        }
        return claimed;
    }

    @Override
    public int run(int most) {
        int done = 0;
        StorageException failure = null;
        for (TicketStorage each : inTurn()) {
            if (done < most) {
                try {
                    done += each.upkeep().run(most - done);
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
        all.get().forEach(each -> each.upkeep().afterMuchWasWritten());
    }

    private List<TicketStorage> inTurn() {
        List<TicketStorage> storages = new ArrayList<>(all.get());
        if (!storages.isEmpty()) {
            Collections.rotate(storages, Math.floorMod(turn.getAndIncrement(), storages.size()));
        }
        return storages;
    }

    private static StorageException first(@Nullable StorageException known, StorageException next) {
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
    public RunStore runs() {
        return runs;
    }

    @Override
    public NoticeStore notices() {
        return notices;
    }

    @Override
    public ReferenceBlocks referenceBlocks() {
        return referenceBlocks;
    }

    @Override
    public TallyStore tallies() {
        return tallies;
    }

    @Override
    public Upkeep upkeep() {
        return this;
    }
}
