package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.testkit.internal.table.NotificationTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

public final class MemoryNotificationStore implements NotificationStore {
    private final MemoryTenants tenants;

    public MemoryNotificationStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Set<String> optedOut(TenantId tenant) {
        return tenants.in(tenant, memory -> memory.notifications().optedOut());
    }

    @Override
    public void setOptedOut(TenantId tenant, String operatorId, boolean optedOut) {
        edit(tenant, notifications -> notifications.setOptedOut(operatorId, optedOut));
    }

    @Override
    public void record(NotificationRecord record) {
        edit(record.tenant(), notifications -> notifications.record(record));
    }

    @Override
    public List<NotificationRecord> records(TenantId tenant, UUID eventId) {
        return tenants.in(tenant, memory -> memory.notifications().records(eventId));
    }

    @Override
    public Optional<String> cancelled(TenantId tenant, UUID eventId) {
        return tenants.in(tenant, memory -> memory.deliveries().cancelled(eventId));
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        return tenants.in(tenant, memory -> memory.notifications().purge(before));
    }

    private void edit(TenantId tenant, Consumer<NotificationTable> work) {
        tenants.in(tenant, memory -> {
            work.accept(memory.notifications());
            return true;
        });
    }
}
