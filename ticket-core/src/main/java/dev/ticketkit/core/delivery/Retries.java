package dev.ticketkit.core.delivery;

import dev.ticketkit.spi.storage.DeliveryFailure;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to try again, and when to give up: three times as long after each try, give or take a fifth. */
final class Retries {
    private static final int FACTOR = 3;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final int maxAttempts;
    private final Duration first;
    private final RandomGenerator random;

    Retries(int maxAttempts, Duration first, RandomGenerator random) {
        this.maxAttempts = maxAttempts;
        this.first = first;
        this.random = random;
    }

    /** The same number of tries, one right after the other. */
    Retries atOnce() {
        return new Retries(maxAttempts, Duration.ZERO, random);
    }

    DeliveryFailure after(int attempt, String consumer, Throwable problem) {
        return after(attempt, consumer, CauseText.of(problem));
    }

    DeliveryFailure after(int attempt, String consumer, String cause) {
        return attempt >= maxAttempts
                ? parked(consumer, cause)
                : new DeliveryFailure(consumer, false, delayAfter(attempt), cause);
    }

    /** Whether the last try was allowed but never ended: it may be what ended its process. */
    boolean isExhaustedBefore(int attempt) {
        return attempt > maxAttempts;
    }

    static DeliveryFailure parked(String consumer, String cause) {
        return new DeliveryFailure(consumer, true, null, cause);
    }

    static DeliveryFailure waited(String consumer) {
        return new DeliveryFailure(consumer, false, Duration.ZERO, null);
    }

    Duration delayAfter(int attempt) {
        double factor = Math.pow(FACTOR, attempt - 1.0) * (0.8 + 0.4 * random.nextDouble());
        double millis = Math.min(first.toMillis() * factor, (double) LONGEST.toMillis());
        return Duration.ofMillis(Math.round(millis));
    }
}
