package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CategoryStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public final class MemoryCategoryStore implements CategoryStore {
    private final MemoryTenants tenants;

    public MemoryCategoryStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<CategoryEntry> categories(TenantId tenant) {
        return tenants.in(tenant, memory -> memory.categories().all());
    }

    @Override
    public Optional<CategoryEntry> find(TenantId tenant, UUID id) {
        return tenants.in(tenant, memory -> memory.categories().find(id));
    }

    @Override
    public boolean rename(TenantId tenant, UUID id, String name) {
        return tenants.in(tenant, memory -> memory.renameCategory(id, Category.named(tenant, name)));
    }

    @Override
    public boolean merge(TenantId tenant, UUID from, UUID into) {
        return tenants.in(tenant, memory -> memory.mergeCategory(from, into));
    }

    @Override
    public boolean hide(TenantId tenant, UUID id, boolean hidden) {
        return tenants.in(tenant, memory -> memory.categories().hide(id, hidden));
    }
}
