package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

public final class MemoryDeliveryQueue implements DeliveryQueue {
    private final MemoryTenants tenants;
    private final AtomicInteger turn = new AtomicInteger();
    private final MemoryConsumerStore consumers;
    private volatile @Nullable TenantId lastAlone;

    public MemoryDeliveryQueue(MemoryTenants tenants, Clock clock) {
        this.tenants = tenants;
        this.consumers = new MemoryConsumerStore(tenants, clock);
    }

    @Override
    public List<Delivery> claim(String owner, int limit, Duration lease) {
        List<Delivery> claimed = new ArrayList<>();
        shares(limit)
                .forEach((tenant, share) -> claimed.addAll(
                        tenants.in(tenant, memory -> memory.deliveries().claim(owner, share, lease))));
        return claimed;
    }

    @Override
    public Optional<Delivery> claimAbandoned(String owner, Duration lease) {
        List<TenantId> all = new ArrayList<>(tenants.ids());
        Collections.rotate(all, -1 - all.indexOf(lastAlone));
        for (TenantId tenant : all) {
            Optional<Delivery> claimed =
                    tenants.in(tenant, memory -> memory.deliveries().claimAbandoned(owner, lease));
            if (claimed.isPresent()) {
                lastAlone = tenant;
                return claimed;
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Delivery> claimLeft(String owner, Set<String> wanted, int limit, Duration lease) {
        List<Delivery> claimed = new ArrayList<>();
        for (TenantId tenant : tenants.ids()) {
            int more = limit - claimed.size();
            claimed.addAll(tenants.in(tenant, memory -> memory.deliveries().claimLeft(owner, wanted, more, lease)));
        }
        return claimed;
    }

    @Override
    public ConsumerStore consumers() {
        return consumers;
    }

    @Override
    public KeptDeliveries kept() {
        return new MemoryKeptDeliveries(tenants);
    }

    @Override
    public void giveBack(List<Delivery> deliveries, Duration delay) {
        deliveries.forEach(delivery -> tenants.in(delivery.tenant(), memory -> {
            memory.deliveries().giveBack(delivery, delay);
            return delivery;
        }));
    }

    @Override
    public boolean complete(Delivery delivery, List<DeliveryFailure> failures) {
        return tenants.in(delivery.tenant(), memory -> memory.deliveries().complete(delivery, failures));
    }

    @Override
    public boolean extend(Delivery delivery, Duration lease) {
        return tenants.in(delivery.tenant(), memory -> memory.deliveries().extend(delivery, lease));
    }

    /** How many each tenant may have: one after the other gets one more until nothing is left. */
    private Map<TenantId, Integer> shares(int limit) {
        Map<TenantId, Integer> due = due(limit);
        Map<TenantId, Integer> shares = new LinkedHashMap<>();
        int left = limit;
        while (left > 0 && !due.isEmpty()) {
            for (TenantId tenant : List.copyOf(due.keySet()).subList(0, Math.min(left, due.size()))) {
                shares.merge(tenant, 1, Integer::sum);
                due.computeIfPresent(tenant, (same, open) -> open == 1 ? null : open - 1);
                left--;
            }
        }
        return shares;
    }

    /** How many each tenant has, beginning with another one each time. */
    private Map<TenantId, Integer> due(int limit) {
        List<TenantId> all = new ArrayList<>(tenants.ids());
        if (!all.isEmpty()) {
            Collections.rotate(all, -Math.floorMod(turn.getAndIncrement(), all.size()));
        }
        Map<TenantId, Integer> due = new LinkedHashMap<>();
        for (TenantId tenant : all) {
            int open = tenants.in(tenant, memory -> memory.deliveries().due(limit));
            if (open > 0) {
                due.put(tenant, open);
            }
        }
        return due;
    }
}
