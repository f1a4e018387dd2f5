package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CategoryStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

record SmallCategoryStore(SmallStorage store) implements CategoryStore {
    @Override
    public List<CategoryEntry> categories(TenantId tenant) {
        return store.read(tenant, its -> its.categories().all());
    }

    @Override
    public Optional<CategoryEntry> find(TenantId tenant, UUID id) {
        return store.read(tenant, its -> its.categories().find(id));
    }

    @Override
    public boolean rename(TenantId tenant, UUID id, String name) {
        return store.write(new JournalEntry.RenameCategory(tenant, id, name));
    }

    @Override
    public boolean merge(TenantId tenant, UUID from, UUID into) {
        return store.write(new JournalEntry.MergeCategory(tenant, from, into));
    }

    @Override
    public boolean hide(TenantId tenant, UUID id, boolean hidden) {
        return store.write(new JournalEntry.HideCategory(tenant, id, hidden));
    }
}
