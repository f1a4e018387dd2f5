package dev.ticketkit.core.internal.retry;

import dev.ticketkit.spi.error.RetryableException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The one loop around a decision and its commit: a commit that lost against another is decided again on what is there now. */
public final class ConflictRetry {
    /** More tries than this mean that something else is wrong. */
    public static final int ATTEMPTS = 500;

    private static final int ATTEMPTS_AT_ONCE = 4;
    private static final long LONGEST_PAUSE_NANOS = 5_000_000;

    private ConflictRetry() {}

    /**
     * Decides and commits until something is stored.
     *
     * @param what was changed by others meanwhile, for the error: such as {@code the ticket}
     * @param attempt one try; empty when it lost
     * @throws RetryableException when it has lost {@value #ATTEMPTS} times
     */
    public static <T> T untilStored(String what, Supplier<Optional<T>> attempt) {
        return untilStored(what, "try again later", number -> attempt.get());
    }

    /**
     * As {@link #untilStored(String, Supplier)}.
     *
     * @param advice what the caller can do, for the error
     * @param attempt is given the number of the try, from 0
     */
    public static <T> T untilStored(String what, String advice, IntFunction<Optional<T>> attempt) {
        for (int number = 0; number < ATTEMPTS; number++) {
            pauseBefore(number);
            Optional<T> result = attempt.apply(number);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new RetryableException(
                what + " was changed by others " + ATTEMPTS + " times while this change was decided; " + advice, null);
    }

    /** Many writers on one thing: spread them, or each round of reads loses to one writer. */
    private static void pauseBefore(int attempt) {
        if (attempt >= ATTEMPTS_AT_ONCE) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        }
    }
}
