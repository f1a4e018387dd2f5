package dev.ticketkit.testkit;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.AutomationRun;
import dev.ticketkit.spi.storage.Firing;
import dev.ticketkit.spi.storage.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

final class MemoryRunStore implements RunStore {
    private final MemoryTenants tenants;

    MemoryRunStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Optional<Firing> fire(Firing firing, List<AutomationRun> runs, String consumer, Duration delay) {
        return tenants.in(firing.tenant(), memory -> memory.runs().fire(firing, runs, consumer, delay));
    }

    @Override
    public void deliverNow(TenantId tenant, UUID firingId) {
        edit(tenant, memory -> memory.deliveries().hurry(firingId));
    }

    @Override
    public Optional<Firing> firing(TenantId tenant, UUID id) {
        return tenants.in(tenant, memory -> memory.runs().firing(id));
    }

    @Override
    public List<AutomationRun> begin(TenantId tenant, UUID eventId, List<AutomationRun> decided) {
        return tenants.in(tenant, memory -> memory.runs().begin(eventId, decided));
    }

    @Override
    public void save(AutomationRun run) {
        edit(run.tenant(), memory -> memory.runs().save(run));
    }

    @Override
    public List<AutomationRun> runs(TenantId tenant, UUID eventId) {
        return tenants.in(tenant, memory -> memory.runs().runs(eventId));
    }

    @Override
    public void eraseContact(TenantId tenant, String contactId) {
        edit(tenant, memory -> memory.runs().eraseContact(contactId));
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        return tenants.in(tenant, memory -> memory.runs().purge(before));
    }

    private void edit(TenantId tenant, Consumer<MemoryTenant> work) {
        tenants.in(tenant, memory -> {
            work.accept(memory);
            return true;
        });
    }
}
