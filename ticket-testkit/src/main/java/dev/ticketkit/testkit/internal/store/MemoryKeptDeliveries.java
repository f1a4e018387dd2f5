package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class MemoryKeptDeliveries implements KeptDeliveries {
    private final MemoryTenants tenants;

    MemoryKeptDeliveries(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        return tenants.in(tenant, memory -> memory.deliveries().parked(limit));
    }

    @Override
    public boolean release(TenantId tenant, UUID eventId, String consumer) {
        return tenants.in(tenant, memory -> memory.deliveries().release(eventId, consumer));
    }

    @Override
    public long pending(TenantId tenant) {
        return tenants.in(tenant, memory -> memory.deliveries().pending());
    }

    @Override
    public Optional<Backlog> backlog() {
        return Optional.of(tenants.ids().stream()
                .map(tenant -> tenants.in(tenant, memory -> memory.deliveries().backlog()))
                .reduce(Backlog.NONE, Backlog::plus));
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        return tenants.in(tenant, memory -> memory.deliveries().purge(before));
    }
}
