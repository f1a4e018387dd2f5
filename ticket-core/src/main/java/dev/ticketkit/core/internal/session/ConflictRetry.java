package dev.ticketkit.core.internal.session;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Trying again when somebody else was faster. */
public final class ConflictRetry {
    /** More tries than this mean that something else is wrong. */
    public static final int ATTEMPTS = 500;

    private static final int ATTEMPTS_AT_ONCE = 4;
    private static final long LONGEST_PAUSE_NANOS = 5_000_000;

    private ConflictRetry() {}

    /** Many writers on one thing: spread them, or each round of reads loses to one writer. */
    public static void pauseBefore(int attempt) {
        if (attempt >= ATTEMPTS_AT_ONCE) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        }
    }
}
