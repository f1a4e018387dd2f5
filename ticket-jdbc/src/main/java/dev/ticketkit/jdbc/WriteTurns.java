package dev.ticketkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets writing transactions of one H2 database run one after the other. H2 saves what concurrent transactions do table by table, not in
 * one moment; a process killed while another transaction is under way can leave rows that stay locked by nobody for good (H2's issue
 * 2080). With one at a time nothing is ever half way when a commit is saved. An H2 file belongs to one process, so a lock in it is enough.
 */
final class WriteTurns {
    private static final Map<String, WriteTurns> BY_DATABASE = new ConcurrentHashMap<>();

    private final ReentrantLock turn = new ReentrantLock(true);

    private WriteTurns() {}

    /** Work in a turn. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** The turns of the database behind a connection, whichever pool it comes from. */
    static WriteTurns of(Connection connection) throws SQLException {
        return BY_DATABASE.computeIfAbsent(connection.getMetaData().getURL(), url -> new WriteTurns());
    }

    /** Whether somebody waits for his turn just now. */
    boolean isWaitedFor() {
        return turn.hasQueuedThreads();
    }

    <T> T take(Work<T> work) throws SQLException {
        turn.lock();
        try {
            return work.run();
        } finally {
            turn.unlock();
        }
    }
}
