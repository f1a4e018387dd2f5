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

/** The automations of tenants, as they are to be run. Reads the store at each call, and parses a set once. Thread-safe. */
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
        AutomationSet set = store.automations(tenant);
        StoredAutomations known = parsed.get(tenant);
        if (known == null || known.revision() != set.revision()) {
            known = StoredAutomations.of(set);
            remember(tenant, known);
            known.unreadable()
                    .forEach((id, problem) -> LOG.warn(
                            "automation {} of tenant {} cannot be read and does not run; save it anew or remove it: {}",
                            id,
                            tenant,
                            problem));
        }
        return known;
    }

    /** Bounded, not clever: who has more tenants than this parses some sets again. */
    private void remember(TenantId tenant, StoredAutomations book) {
        if (parsed.size() >= MOST_TENANTS) {
            parsed.clear();
        }
        parsed.put(tenant, book);
    }
}
