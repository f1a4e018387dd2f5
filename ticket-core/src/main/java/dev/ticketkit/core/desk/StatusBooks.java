package dev.ticketkit.core.desk;

import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.StatusStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tenants' statuses as they were read a moment ago, so that a command that names one does not read them all. An old one can refuse
 * nothing and store nothing wrong: who finds no status here reads again, and the store refuses a status that has been hidden.
 */
final class StatusBooks {
    private static final long KEPT_NANOS = 1_000_000_000L;
    private static final int MOST_TENANTS = 10_000;

    private final @Nullable Map<TenantId, Kept> kept;

    private StatusBooks(@Nullable Map<TenantId, Kept> kept) {
        this.kept = kept;
    }

    private record Kept(StatusBook book, Labels labels, long readAt) {}

    /** Keeps what was read for one second. */
    static StatusBooks keeping() {
        return new StatusBooks(new ConcurrentHashMap<>());
    }

    /** Keeps nothing: for a transaction that may see, or have made, what others do not see. */
    static StatusBooks forgetting() {
        return new StatusBooks(null);
    }

    /** The tenant's statuses, as read within the last second. */
    StatusBook recent(TenantId tenant, StatusStore store, Labels labels) {
        Kept known = kept == null ? null : kept.get(tenant);
        boolean usable = known != null && known.labels() == labels && System.nanoTime() - known.readAt() < KEPT_NANOS;
        return known != null && usable ? known.book() : read(tenant, store, labels);
    }

    /** The tenant's statuses as they are now. */
    StatusBook read(TenantId tenant, StatusStore store, Labels labels) {
        long now = System.nanoTime();
        StatusBook book = StatusBook.of(store.statuses(tenant), labels);
        if (kept != null) {
            if (kept.size() >= MOST_TENANTS) {
                kept.clear();
            }
            kept.put(tenant, new Kept(book, labels, now));
        }
        return book;
    }

    /** Has the next one who asks read again. */
    void forget(TenantId tenant) {
        if (kept != null) {
            kept.remove(tenant);
        }
    }
}
