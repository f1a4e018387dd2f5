package dev.ticketkit.testkit;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.ReferenceRequest;

final class MemoryReferenceNumbers implements ReferenceNumbers {
    private final MemoryTenants tenants;

    MemoryReferenceNumbers(MemoryTenants tenants) {
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
