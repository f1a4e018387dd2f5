package dev.ticketkit.testkit;

import dev.ticketkit.spi.model.TenantId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** All tenants' memories; lets one thread at a time into each. */
final class MemoryTenants {
    private final ConcurrentMap<TenantId, MemoryTenant> byId = new ConcurrentHashMap<>();

    <R> R in(TenantId id, Function<MemoryTenant, R> work) {
        MemoryTenant tenant = byId.computeIfAbsent(id, MemoryTenant::new);
        synchronized (tenant) {
            return work.apply(tenant);
        }
    }
}
