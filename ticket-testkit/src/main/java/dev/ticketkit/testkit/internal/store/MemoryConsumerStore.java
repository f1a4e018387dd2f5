package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

public final class MemoryConsumerStore implements ConsumerStore {
    private final MemoryTenants tenants;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentSkipListMap<>();

    public MemoryConsumerStore(MemoryTenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public void announce(Set<String> consumers) {
        Instant now = clock.instant();
        consumers.forEach(consumer -> seen.put(consumer, now));
    }

    @Override
    public Set<String> known(TenantId tenant) {
        return Set.copyOf(seen.keySet());
    }

    @Override
    public List<ConsumerStore.Unattended> unattended(Duration since) {
        Instant before = clock.instant().minus(since);
        return seen.entrySet().stream()
                .filter(each -> !each.getValue().isAfter(before) && isWaitedFor(each.getKey()))
                .map(each -> new ConsumerStore.Unattended(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public boolean retire(String consumer) {
        boolean known = seen.remove(consumer) != null;
        for (TenantId tenant : tenants.ids()) {
            tenants.in(tenant, memory -> {
                memory.deliveries().retire(consumer);
                return memory;
            });
        }
        return known;
    }

    @Override
    public SortedMap<String, Long> pending(TenantId tenant) {
        Map<String, Long> pending =
                tenants.in(tenant, memory -> memory.deliveries().pendingByConsumer());
        return new TreeMap<>(pending);
    }

    private boolean isWaitedFor(String consumer) {
        return tenants.ids().stream()
                .anyMatch(tenant ->
                        tenants.in(tenant, memory -> memory.deliveries().isWaitingFor(consumer)));
    }
}
