package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.connection.LockPatience;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets writing transactions of one H2 database run one after the other. H2 saves what concurrent transactions do table by table, not in
 * one moment; a process killed while another transaction is under way can leave rows that stay locked by nobody for good (H2's issue
 * 2080). With one at a time nothing is ever half way when a commit is saved. An H2 file belongs to one process, so a lock in it is enough.
 *
 * <p>See docs/decisions/0015-h2.md.
 */
public final class WriteTurns {
    private static final Map<String, WriteTurns> BY_DATABASE = new ConcurrentHashMap<>();

    private final ReentrantLock turn = new ReentrantLock();

    private WriteTurns() {}

    /** Work in a turn. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs work in a turn of the database, whichever pool its connection comes from; or at once where none are taken. */
    static <T> T take(Sql sql, LockPatience patience, Work<T> work) throws SQLException {
        String url = sql.turns();
        return url == null ? work.run() : of(url).take(patience, work);
    }

    public static WriteTurns of(String url) {
        return BY_DATABASE.computeIfAbsent(url, each -> new WriteTurns());
    }

    /** Whether any waits for its turn just now. */
    public boolean isWaitedFor() {
        return turn.hasQueuedThreads();
    }

    private <T> T take(LockPatience patience, Work<T> work) throws SQLException {
        if (!turn.tryLock()) {
            waitFor(patience);
        }
        try {
            return work.run();
        } finally {
            turn.unlock();
        }
    }

    private void waitFor(LockPatience patience) {
        try {
            while (!turn.tryLock(patience.sliceMillis(), TimeUnit.MILLISECONDS)) {
                patience.waited(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StorageErrors.locked(e);
        }
    }
}
