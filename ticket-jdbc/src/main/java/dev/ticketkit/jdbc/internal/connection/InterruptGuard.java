package dev.ticketkit.jdbc.internal.connection;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps interrupts away from H2. A thread that is interrupted while it reads or writes a file of H2 closes the file, and with it the database
 * for everybody. So what is done on such a database is done on threads that nobody knows of, and its caller waits; an interrupt of the
 * caller is kept for afterwards. H2 in memory, behind a server, and on {@code async:} files bears interrupts, and is called directly.
 *
 * <p>See docs/decisions/0015-h2.md.
 */
public final class InterruptGuard {
    /** Short: until they end, they keep an application that is taken away. */
    private static final int IDLE_SECONDS = 1;

    private static final String NAME = "ticketkit-h2";
    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), InterruptGuard::thread);

    private InterruptGuard() {}

    /** Work on a database. */
    public interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs work on another thread, and waits for it whatever happens. */
    public static <T> T elsewhere(Work<T> work) throws SQLException {
        if (Thread.currentThread().getName().equals(NAME)) {
            return work.run();
        }
        Future<T> running = THREADS.submit(work::run);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw thrown(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Runs work here, with an earlier interrupt put off: for the one call that finds out what database it is. */
    public static <T> T here(Work<T> work) throws SQLException {
        boolean interrupted = Thread.interrupted();
        try {
            return work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static SQLException thrown(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof RuntimeException problem) {
            throw problem;
        }
        if (cause instanceof Error problem) {
            throw problem;
        }
        return cause instanceof SQLException problem ? problem : new SQLException(cause);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, NAME);
        thread.setDaemon(true);
        thread.setContextClassLoader(InterruptGuard.class.getClassLoader());
        return thread;
    }
}
