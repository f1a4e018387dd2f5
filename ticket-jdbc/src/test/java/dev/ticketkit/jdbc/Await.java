package dev.ticketkit.jdbc;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread brings about, looking now and then; what never comes is a failure that says what it was. */
final class Await {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private Await() {}

    /** What is waited for. */
    interface Condition {
        boolean holds() throws SQLException;
    }

    static void until(String what, Condition condition) throws SQLException {
        long begun = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begun > LONGEST_NANOS) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }
}
