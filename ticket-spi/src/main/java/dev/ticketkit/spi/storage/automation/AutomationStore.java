package dev.ticketkit.spi.storage.automation;

import dev.ticketkit.spi.model.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the automations of tenants. What may be saved is decided on the whole set, so the set is what is compared when saving. */
public interface AutomationStore {
    /** The set as it is. */
    AutomationSet automations(TenantId tenant);

    /**
     * The set, unless it has the revision that the caller has read: then empty. Asked at each event, so a store that knows without reading the
     * whole set spares every event of a tenant with many automations that work.
     */
    default Optional<AutomationSet> automationsSince(TenantId tenant, long revision) {
        return Optional.of(automations(tenant)).filter(set -> set.revision() != revision);
    }

    /**
     * Keeps some automations and removes others, all or nothing; ids that are not there are removed already. The revision grows by one.
     *
     * @param revision of the set that was decided on
     * @param saved each id at most once
     * @param removed what is also saved stays
     * @return false, and nothing is stored, when the set has another revision by now
     * @throws dev.ticketkit.spi.error.StorageException with {@code STORAGE_UNKNOWN} also when the answer was lost and others have
     *     changed the set since: read it before saving again
     */
    boolean change(TenantId tenant, long revision, List<AutomationDocument> saved, Set<String> removed);
}
