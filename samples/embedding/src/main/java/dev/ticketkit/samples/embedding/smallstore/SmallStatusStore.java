package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.StatusStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SmallStatusStore(SmallStorage store) implements StatusStore {
    @Override
    public List<StatusEntry> statuses(TenantId tenant) {
        return store.read(tenant, its -> its.statuses().all());
    }

    @Override
    public boolean saveStatus(TenantId tenant, @Nullable StatusEntry before, StatusEntry entry) {
        return store.write(new JournalEntry.SaveStatus(tenant, before, entry));
    }

    @Override
    public boolean removeStatus(TenantId tenant, StatusEntry before) {
        return store.write(new JournalEntry.RemoveStatus(tenant, before));
    }

    @Override
    public List<Status> removedStatuses(TenantId tenant) {
        return store.read(tenant, its -> its.statuses().removed());
    }

    @Override
    public List<PriorityEntry> priorities(TenantId tenant) {
        return store.read(tenant, its -> its.statuses().priorities());
    }

    @Override
    public void savePriority(TenantId tenant, PriorityEntry entry) {
        store.write(new JournalEntry.SavePriority(tenant, entry));
    }
}
