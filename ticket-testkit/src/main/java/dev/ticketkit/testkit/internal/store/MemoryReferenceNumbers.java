package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.ReferenceRequest;

public final class MemoryReferenceNumbers implements ReferenceNumbers {
    private final MemoryTenants tenants;

    public MemoryReferenceNumbers(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public long next(TenantId tenant, ReferenceRequest request, int count) {
        return tenants.in(tenant, memory -> memory.tickets().reserve(request, count));
    }

    @Override
    public void passNumber(TenantId tenant, String series, long number) {
        tenants.in(tenant, memory -> {
            memory.tickets().passNumber(series, number);
            return memory;
        });
    }
}
