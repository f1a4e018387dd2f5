package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to try again, and when to give up: three times as long after each try, give or take a fifth. */
final class Retries {
    private static final int FACTOR = 3;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final int maxAttempts;
    private final Duration first;
    private final RandomGenerator random;
    private final boolean waiting;

    Retries(int maxAttempts, Duration first, RandomGenerator random) {
        this(maxAttempts, first, random, true);
    }

    private Retries(int maxAttempts, Duration first, RandomGenerator random, boolean waiting) {
        this.maxAttempts = maxAttempts;
        this.first = first;
        this.random = random;
        this.waiting = waiting;
    }

    /** The same number of tries, one right after the other. */
    Retries atOnce() {
        return new Retries(maxAttempts, first, random, false);
    }

    DeliveryFailure after(int attempt, String consumer, Throwable problem) {
        if (problem instanceof DeliveryException said) {
            String reason = CauseText.reasonOf(said);
            return said.isRejected() ? parked(consumer, reason) : after(attempt, consumer, reason, said.retryAfter());
        }
        return after(attempt, consumer, CauseText.of(problem));
    }

    DeliveryFailure after(int attempt, String consumer, String cause) {
        return after(attempt, consumer, cause, null);
    }

    /** Whether the last try was allowed but never ended: it may be what ended its process. */
    boolean isExhaustedBefore(int attempt) {
        return attempt > maxAttempts;
    }

    /** Whether anything may wait for its time. */
    boolean isWaiting() {
        return waiting;
    }

    /** Not now, and nobody is to blame. */
    static DeliveryFailure postponed(String consumer, Duration delay) {
        return new DeliveryFailure(consumer, false, delay, null);
    }

    static DeliveryFailure parked(String consumer, String cause) {
        return new DeliveryFailure(consumer, true, null, cause);
    }

    static DeliveryFailure waited(String consumer) {
        return postponed(consumer, Duration.ZERO);
    }

    private DeliveryFailure after(int attempt, String consumer, String cause, @Nullable Duration atLeast) {
        return attempt >= maxAttempts
                ? parked(consumer, cause)
                : new DeliveryFailure(consumer, false, waiting ? delay(attempt, atLeast) : Duration.ZERO, cause);
    }

    private Duration delay(int attempt, @Nullable Duration atLeast) {
        Duration own = delayAfter(attempt);
        if (atLeast == null || atLeast.compareTo(own) <= 0) {
            return own;
        }
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    private Duration delayAfter(int attempt) {
        double factor = Math.pow(FACTOR, attempt - 1.0) * (0.8 + 0.4 * random.nextDouble());
        double millis = Math.min(first.toMillis() * factor, (double) LONGEST.toMillis());
        return Duration.ofMillis(Math.round(millis));
    }
}
