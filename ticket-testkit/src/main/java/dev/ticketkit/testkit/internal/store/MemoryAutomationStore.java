package dev.ticketkit.testkit.internal.store;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import java.util.List;
import java.util.Set;

public final class MemoryAutomationStore implements AutomationStore {
    private final MemoryTenants tenants;

    public MemoryAutomationStore(MemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public AutomationSet automations(TenantId tenant) {
        return tenants.in(tenant, memory -> memory.automations().all());
    }

    @Override
    public boolean change(TenantId tenant, long revision, List<AutomationDocument> saved, Set<String> removed) {
        return tenants.in(tenant, memory -> memory.automations().change(revision, saved, removed));
    }
}
