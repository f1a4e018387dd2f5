package dev.ticketkit.jdbc.internal.connection;

import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.spi.error.StorageException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one call waits for rows that others hold. It waits in slices, each ended by the database, and looks in between whether its time is
 * over or its thread was interrupted. For one thread.
 */
public final class LockPatience {
    /** Longer than PostgreSQL waits before it looks for a deadlock, which is then reported as what it is. */
    private static final long LONGEST_SLICE_MILLIS = 2_000;

    private final long begun = System.nanoTime();
    private long limitMillis;

    public LockPatience(Duration limit) {
        limitMillis = Math.max(1, limit.toMillis());
    }

    /** How long the next slice is. */
    public long sliceMillis() {
        return Math.max(1, Math.min(LONGEST_SLICE_MILLIS, limitMillis - passedMillis()));
    }

    /** The database's own limit; 0 for none. */
    public void atMost(long millis) {
        if (millis > 0) {
            limitMillis = Math.min(limitMillis, millis);
        }
    }

    /**
     * Returns when the wait may go on.
     *
     * @throws StorageException with {@code STORAGE_LOCKED} when it may not; an interrupt stays set
     */
    public void waited(@Nullable SQLException failure) {
        if (isOver()) {
            throw StorageErrors.locked(failure);
        }
    }

    public boolean isOver() {
        return passedMillis() >= limitMillis || Thread.currentThread().isInterrupted();
    }

    private long passedMillis() {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
