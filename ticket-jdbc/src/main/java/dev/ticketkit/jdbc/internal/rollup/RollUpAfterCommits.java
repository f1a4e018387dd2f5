package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.model.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On H2: rolls up a tenant's deltas with every so many of its commits, in the thread and after the commit of the last. H2 takes as long for a thousand
 * deltas, at every total and report, as for a thousand tickets, and an embedded desk may have nobody who does its maintenance. What is
 * committed in a host's transaction waits for the next commit of our own, or for maintenance. Thread-safe.
 */
public final class RollUpAfterCommits {
    private static final Logger LOG = LoggerFactory.getLogger(RollUpAfterCommits.class);
    private static final int COMMITS = 128;

    /** Of the changes of so many commits; those of joined transactions come on top. */
    private static final int AT_ONCE = 1_000;

    private final RollingUp rollUp;
    private final Map<TenantId, AtomicInteger> commits = new ConcurrentHashMap<>();

    public RollUpAfterCommits(RollingUp rollUp) {
        this.rollUp = rollUp;
    }

    /** So many changes of a tenant were committed just now. */
    public void committed(TenantId tenant, int changes) {
        if (commits.computeIfAbsent(tenant, any -> new AtomicInteger()).addAndGet(changes) >= COMMITS) {
            commits.remove(tenant);
            rollUp(tenant);
        }
    }

    private void rollUp(TenantId tenant) {
        try {
            rollUp.run(tenant.value(), AT_ONCE);
        } catch (StorageException e) {
            LOG.debug("deltas are left to maintenance: {}", e.code());
        } catch (Throwable e) {
            // The commit stands, whatever a host's pool or an exhausted heap throws now.
            LOG.warn("rolling up after a commit failed; the deltas are left to maintenance", e);
        }
    }
}
