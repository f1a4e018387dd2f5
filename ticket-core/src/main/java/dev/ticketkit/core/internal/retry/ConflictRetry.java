package dev.ticketkit.core.internal.retry;

import dev.ticketkit.spi.error.RetryableException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The one loop around a decision and its commit: when another commit was faster, it is decided again on what is there now. */
public final class ConflictRetry {
    /** More attempts than this mean that something else is wrong. */
    public static final int ATTEMPTS = 500;

    private static final String ADVICE = "try again later";
    private static final int ATTEMPTS_AT_ONCE = 4;
    private static final long LONGEST_PAUSE_NANOS = 5_000_000;

    private ConflictRetry() {}

    /**
     * Decides and commits until there is a result.
     *
     * @param what was changed by others meanwhile, for the error: such as {@code the ticket}
     * @throws RetryableException after {@value #ATTEMPTS} attempts
     */
    public static <D, O, R> R untilStored(String what, Decision<D, O, R> decision) {
        return untilStored(what, ADVICE, decision);
    }

    /**
     * As {@link #untilStored(String, Decision)}.
     *
     * @param advice what the caller can do, for the error
     */
    public static <D, O, R> R untilStored(String what, String advice, Decision<D, O, R> decision) {
        return untilStored(what, advice, number -> {
            D decided = decision.decide();
            return decision.result(decided, decision.commit(decided));
        });
    }

    /**
     * Decides and commits until something is stored.
     *
     * @param what was changed by others meanwhile, for the error: such as {@code the ticket}
     * @param attempt one attempt; empty when another commit was faster
     * @throws RetryableException after {@value #ATTEMPTS} attempts
     */
    public static <T> T untilStored(String what, Supplier<Optional<T>> attempt) {
        return untilStored(what, ADVICE, number -> attempt.get());
    }

    private static <T> T untilStored(String what, String advice, IntFunction<Optional<T>> attempt) {
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
