package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The automations of tenants, as they are to be run. Asks the store at each call whether the set is another one, and reads and parses it once. Thread-safe. */
public final class AutomationBooks {
    private static final Logger LOG = LoggerFactory.getLogger(AutomationBooks.class);
    private static final int MOST_TENANTS = 1_000;

    private final Map<TenantId, StoredAutomations> parsed = new ConcurrentHashMap<>();

    /** A tenant's automations in running order, disabled ones too. */
    public List<Automation> inOrder(AutomationStore store, TenantId tenant) {
        return stored(store, tenant).inRunningOrder();
    }

    /** Whether there is one of this id that cannot be read here, perhaps because a newer version wrote it. */
    public boolean isUnreadable(AutomationStore store, TenantId tenant, String id) {
        return stored(store, tenant).unreadable().containsKey(id);
    }

    private StoredAutomations stored(AutomationStore store, TenantId tenant) {
        StoredAutomations known = parsed.get(tenant);
        return known == null
                ? parsed(tenant, store.automations(tenant))
                : store.automationsSince(tenant, known.revision())
                        .map(newer -> parsed(tenant, newer))
                        .orElse(known);
    }

    private StoredAutomations parsed(TenantId tenant, AutomationSet set) {
        StoredAutomations read = StoredAutomations.of(set);
        remember(tenant, read);
        read.unreadable()
                .forEach((id, problem) -> LOG.warn(
                        "automation {} of tenant {} cannot be read and does not run; save it anew or remove it: {}",
                        id,
                        tenant,
                        problem));
        return read;
    }

    /** Bounded, not clever: who has more tenants than this parses some sets again. */
    private void remember(TenantId tenant, StoredAutomations book) {
        if (parsed.size() >= MOST_TENANTS) {
            parsed.clear();
        }
        parsed.put(tenant, book);
    }
}
