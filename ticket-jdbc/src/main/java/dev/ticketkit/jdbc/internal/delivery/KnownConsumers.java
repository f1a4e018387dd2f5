package dev.ticketkit.jdbc.internal.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The consumers as they were read last. A claim on one PostgreSQL server says the sum of their revisions, which only grows: while it is the
 * same, nobody has to read them again. Thread-safe.
 */
public final class KnownConsumers {
    /** @param names those that are not retired */
    record Known(long revision, Set<String> names) {}

    private volatile long seen = -1;
    private volatile @Nullable Known known;

    /** What a claim has seen; null from one that does not look. */
    void seen(@Nullable Long revision) {
        if (revision != null && revision > seen) {
            see(revision);
        }
    }

    private synchronized void see(long revision) {
        seen = Math.max(seen, revision);
    }

    /** The names, if they are those of the last claim; else null. */
    @Nullable Set<String> ifCurrent() {
        Known last = known;
        return last != null && seen >= 0 && last.revision() >= seen ? last.names() : null;
    }

    /** What was read is no longer so. */
    synchronized void forget() {
        known = null;
    }

    synchronized void keep(Known read) {
        Known last = known;
        if (last == null || last.revision() < read.revision()) {
            known = read;
        }
    }
}
