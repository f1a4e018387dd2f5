package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.StatusStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class MemoryStatusStore implements StatusStore {
    private final MemoryTenants tenants;

    public MemoryStatusStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<StatusEntry> statuses(TenantId tenant) {
        return tenants.in(tenant, memory -> memory.statuses().statuses());
    }

    @Override
    public boolean saveStatus(TenantId tenant, @Nullable StatusEntry before, StatusEntry entry) {
        return tenants.in(tenant, memory -> memory.statuses().save(before, entry));
    }

    @Override
    public boolean removeStatus(TenantId tenant, StatusEntry before) {
        return tenants.in(tenant, memory -> memory.statuses().remove(before));
    }

    @Override
    public List<Status> removedStatuses(TenantId tenant) {
        return tenants.in(tenant, memory -> memory.statuses().removed());
    }

    @Override
    public List<PriorityEntry> priorities(TenantId tenant) {
        return tenants.in(tenant, memory -> memory.statuses().priorities());
    }

    @Override
    public void savePriority(TenantId tenant, PriorityEntry entry) {
        tenants.in(tenant, memory -> {
            memory.statuses().save(entry);
            return true;
        });
    }
}
