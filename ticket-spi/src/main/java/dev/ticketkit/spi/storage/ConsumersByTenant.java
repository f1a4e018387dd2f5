package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Consumers are announced to, and retired from, all storages; which one fails keeps nobody else from it, and is thrown at the end. Thread-safe. */
final class ConsumersByTenant implements ConsumerStore {
    private final PortByTenant.Maker ports;
    private final Supplier<? extends Collection<? extends TicketStorage>> all;

    ConsumersByTenant(PortByTenant.Maker ports, Supplier<? extends Collection<? extends TicketStorage>> all) {
        this.ports = ports;
        this.all = all;
    }

    @Override
    public void announce(Set<String> consumers) {
        ofEach(store -> {
            store.announce(consumers);
            return consumers;
        });
    }

    @Override
    public Set<String> known(TenantId tenant) {
        return of(tenant).known(tenant);
    }

    /** One that is unattended in several storages was last seen when it was seen in any of them. */
    @Override
    public List<ConsumerStore.Unattended> unattended(Duration since) {
        SortedMap<String, ConsumerStore.Unattended> unattended = new TreeMap<>();
        for (List<ConsumerStore.Unattended> some : ofEach(store -> store.unattended(since))) {
            some.forEach(each -> unattended.merge(
                    each.name(), each, (one, other) -> one.lastSeen().isBefore(other.lastSeen()) ? other : one));
        }
        return List.copyOf(unattended.values());
    }

    @Override
    public boolean retire(String consumer) {
        return ofEach(store -> store.retire(consumer)).contains(true);
    }

    @Override
    public SortedMap<String, Long> pending(TenantId tenant) {
        return of(tenant).pending(tenant);
    }

    private ConsumerStore of(TenantId tenant) {
        return ports.storage(tenant).deliveries().consumers();
    }

    private <T> List<T> ofEach(Function<ConsumerStore, T> work) {
        List<T> results = new ArrayList<>();
        @Nullable StorageException failure = null;
        for (TicketStorage each : all.get()) {
            try {
                results.add(work.apply(each.deliveries().consumers()));
            } catch (StorageException e) {
                failure = StorageByTenant.first(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }
}
