package dev.ticketkit.core.internal.session;

import dev.ticketkit.spi.model.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tenants' catalogues as they were read a moment ago, so that a command that names a status, a priority or a category does not read them
 * all. What this desk changes itself is forgotten at once; what others change may be chosen for a second longer. The store refuses a
 * status that has been hidden, and follows a category that has been merged, so nothing wrong is stored.
 */
public final class RecentCatalogues {
    private static final long KEPT_NANOS = 1_000_000_000L;
    private static final int MOST_TENANTS = 10_000;

    private final @Nullable Map<TenantId, RecentCatalogue> kept;

    private RecentCatalogues(@Nullable Map<TenantId, RecentCatalogue> kept) {
        this.kept = kept;
    }

    /** Keeps what was read for one second. */
    public static RecentCatalogues keeping() {
        return new RecentCatalogues(new ConcurrentHashMap<>());
    }

    /** Keeps nothing: for a transaction that may see, or have made, what others do not see. */
    static RecentCatalogues forgetting() {
        return new RecentCatalogues(null);
    }

    /** What was read of the tenant's catalogue within the last second. */
    RecentCatalogue of(TenantId tenant) {
        RecentCatalogue known = kept == null ? null : kept.get(tenant);
        if (known != null && known.isYoungerThan(KEPT_NANOS)) {
            return known;
        }
        RecentCatalogue fresh = new RecentCatalogue();
        if (kept != null) {
            if (kept.size() >= MOST_TENANTS) {
                kept.clear();
            }
            kept.put(tenant, fresh);
        }
        return fresh;
    }

    /** Has the next one who asks read again. */
    void forget(TenantId tenant) {
        if (kept != null) {
            kept.remove(tenant);
        }
    }
}
