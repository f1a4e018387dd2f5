package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.automation.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

public final class MemoryExecutionStore implements ExecutionStore {
    private final MemoryTenants tenants;

    public MemoryExecutionStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Optional<Firing> fire(Firing firing, List<AutomationExecution> runs, String consumer, Duration delay) {
        return tenants.in(firing.tenant(), memory -> memory.executions().fire(firing, runs, consumer, delay));
    }

    @Override
    public void deliverNow(TenantId tenant, UUID firingId) {
        edit(tenant, memory -> memory.deliveries().hurry(firingId));
    }

    @Override
    public Optional<Firing> firing(TenantId tenant, UUID id) {
        return tenants.in(tenant, memory -> memory.executions().firing(id));
    }

    @Override
    public List<AutomationExecution> begin(TenantId tenant, UUID eventId, List<AutomationExecution> decided) {
        return tenants.in(tenant, memory -> memory.executions().begin(eventId, decided));
    }

    @Override
    public void save(AutomationExecution run) {
        edit(run.tenant(), memory -> memory.executions().save(run));
    }

    @Override
    public List<AutomationExecution> executions(TenantId tenant, UUID eventId) {
        return tenants.in(tenant, memory -> memory.executions().executions(eventId));
    }

    @Override
    public void eraseContact(TenantId tenant, String contactId) {
        edit(tenant, memory -> memory.executions().eraseContact(contactId));
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        return tenants.in(tenant, memory -> memory.executions().purge(before));
    }

    private void edit(TenantId tenant, Consumer<MemoryTenant> work) {
        tenants.in(tenant, memory -> {
            work.accept(memory);
            return true;
        });
    }
}
