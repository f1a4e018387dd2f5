package dev.ticketkit.testkit;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.NoticeRecord;
import dev.ticketkit.spi.storage.NoticeStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

final class MemoryNoticeStore implements NoticeStore {
    private final MemoryTenants tenants;

    MemoryNoticeStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Set<String> optedOut(TenantId tenant) {
        return tenants.in(tenant, memory -> memory.notices().optedOut());
    }

    @Override
    public void setOptedOut(TenantId tenant, String operatorId, boolean optedOut) {
        edit(tenant, notices -> notices.setOptedOut(operatorId, optedOut));
    }

    @Override
    public void record(NoticeRecord record) {
        edit(record.tenant(), notices -> notices.record(record));
    }

    @Override
    public List<NoticeRecord> records(TenantId tenant, UUID eventId) {
        return tenants.in(tenant, memory -> memory.notices().records(eventId));
    }

    @Override
    public Optional<String> cancelled(TenantId tenant, UUID eventId) {
        return tenants.in(tenant, memory -> memory.deliveries().cancelled(eventId));
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        return tenants.in(tenant, memory -> memory.notices().purge(before));
    }

    private void edit(TenantId tenant, Consumer<NoticeShelf> work) {
        tenants.in(tenant, memory -> {
            work.accept(memory.notices());
            return true;
        });
    }
}
