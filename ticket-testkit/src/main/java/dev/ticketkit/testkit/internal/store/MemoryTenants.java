package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.model.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** All tenants' memories; lets one thread at a time into each. */
public final class MemoryTenants {
    private final ConcurrentMap<TenantId, MemoryTenant> byId = new ConcurrentHashMap<>();
    private final Clock clock;

    public MemoryTenants(Clock clock) {
        this.clock = clock;
    }

    /** Everyone who ever came. */
    public List<TenantId> ids() {
        return List.copyOf(byId.keySet());
    }

    public <R> R in(TenantId id, Function<MemoryTenant, R> work) {
        MemoryTenant tenant = byId.computeIfAbsent(id, unknown -> new MemoryTenant(unknown, clock));
        synchronized (tenant) {
            return work.apply(tenant);
        }
    }
}
