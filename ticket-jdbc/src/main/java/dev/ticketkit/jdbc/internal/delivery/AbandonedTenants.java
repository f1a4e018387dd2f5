package dev.ticketkit.jdbc.internal.delivery;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of which a claim has seen something abandoned, in the order in which they are served. So nobody looks for what is hardly ever
 * there. Thread-safe.
 */
public final class AbandonedTenants {
    private final Set<String> seen = new LinkedHashSet<>();

    /** Comes last. */
    public synchronized void add(String tenant) {
        seen.add(tenant);
    }

    /** Takes the next one out, or null. */
    public synchronized @Nullable String poll() {
        if (seen.isEmpty()) {
            return null;
        }
        String next = seen.iterator().next();
        seen.remove(next);
        return next;
    }
}
