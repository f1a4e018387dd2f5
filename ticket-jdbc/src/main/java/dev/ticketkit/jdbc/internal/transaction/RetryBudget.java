package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.spi.error.StorageException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How often one call is tried. A commit without an answer is resolved by running the very same work again: the event's id conflicts
 * with itself, even while the old server process is still committing. Only looking would see too little.
 */
public final class RetryBudget {
    private static final int MOST_CONTENDED = 5;
    private static final int MOST_UNANSWERED = 6;
    private static final int MOST_CONNECTIONS = 50;
    private static final long CLOSED_PAUSE_MILLIS = 600;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long DEADLINE_NANOS = 10_000_000_000L;

    private final Pause pause;
    private final long begun = System.nanoTime();
    private int contended;
    private int unanswered;
    private int closed;
    private boolean maybeStored;

    RetryBudget(Pause pause) {
        this.pause = pause;
    }

    /** Waits; tests do not. */
    public interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    /**
     * Waits before the next try.
     *
     * @param committing whether a commit was on its way when it failed
     * @throws StorageException when there shall be no next try
     */
    void failed(SQLException failure, boolean committing) {
        if (SqlFailure.isClosedDatabase(failure) && System.nanoTime() - begun < DEADLINE_NANOS) {
            maybeStored |= committing && !SqlFailure.isClosedConnection(failure);
            closed(failure);
            return;
        }
        SqlFailure kind = SqlFailure.of(failure);
        if (kind == SqlFailure.CONTENTION && ++contended < MOST_CONTENDED) {
            sleep(ThreadLocalRandom.current().nextLong(4L << contended), failure);
            return;
        }
        maybeStored |= committing && kind == SqlFailure.UNKNOWN;
        boolean another = kind == SqlFailure.UNKNOWN || kind == SqlFailure.READ_ONLY;
        if (another && ++unanswered < MOST_UNANSWERED && System.nanoTime() - begun < DEADLINE_NANOS) {
            long most = FIRST_PAUSE_MILLIS << (unanswered - 1);
            sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2), failure);
            return;
        }
        throw giveUp(failure);
    }

    /** Each connection of a pool is met once, and closed: the pool gives it out again until nobody has used it for half a second. */
    private void closed(SQLException failure) {
        if (SqlFailure.isClosedConnection(failure) || ++closed > MOST_CONNECTIONS) {
            sleep(CLOSED_PAUSE_MILLIS, failure);
        }
    }

    /** Whether a commit was on its way when a try failed. */
    boolean mayHaveStored() {
        return maybeStored;
    }

    /** What to throw when what others hold was waited for in vain. */
    StorageException locked(@Nullable SQLException failure) {
        return maybeStored ? StorageErrors.unknown(failure) : StorageErrors.locked(failure);
    }

    private StorageException giveUp(SQLException failure) {
        return maybeStored ? StorageErrors.unknown(failure) : StorageErrors.ofOwn(failure);
    }

    private void sleep(long millis, SQLException failure) {
        try {
            pause.millis(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(e);
            throw giveUp(failure);
        }
    }

    /** What to throw when the work lost again and again without a reason that anybody can see. */
    StorageException exhausted() {
        return maybeStored ? StorageErrors.unknown(null) : StorageErrors.contended();
    }
}
