package dev.ticketkit.core.engine;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.StoredAutomations;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.AutomationSet;
import dev.ticketkit.spi.storage.AutomationStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The automations of tenants, as they are to be run. Reads the store at each call, and parses a set once. Thread-safe. */
public final class AutomationBook {
    private static final Logger LOG = LoggerFactory.getLogger(AutomationBook.class);
    private static final int MOST_TENANTS = 1_000;

    private record Parsed(long revision, List<Automation> automations) {}

    private final Map<TenantId, Parsed> parsed = new ConcurrentHashMap<>();

    /** A tenant's automations in order, disabled ones too; what cannot be read any more is left out, and logged. */
    public List<Automation> inOrder(AutomationStore store, TenantId tenant) {
        AutomationSet set = store.automations(tenant);
        if (set.documents().isEmpty()) {
            return List.of();
        }
        Parsed known = parsed.get(tenant);
        if (known == null || known.revision() != set.revision()) {
            known = new Parsed(set.revision(), parse(tenant, set));
            remember(tenant, known);
        }
        return known.automations();
    }

    private void remember(TenantId tenant, Parsed set) {
        if (parsed.size() >= MOST_TENANTS) {
            parsed.clear();
        }
        parsed.put(tenant, set);
    }

    private static List<Automation> parse(TenantId tenant, AutomationSet set) {
        StoredAutomations stored = StoredAutomations.of(set);
        stored.unreadable()
                .forEach((id, problem) -> LOG.warn(
                        "automation {} of tenant {} cannot be read and does not run; save it anew or remove it: {}",
                        id,
                        tenant,
                        problem));
        return stored.inRunningOrder();
    }
}
