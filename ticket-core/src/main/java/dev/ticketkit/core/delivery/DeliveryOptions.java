package dev.ticketkit.core.delivery;

import dev.ticketkit.core.internal.validation.Required;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How a desk delivers in the background. */
public final class DeliveryOptions {
    private final int threads;
    private final @Nullable Executor executor;
    private final Duration lease;
    private final Duration longestHandling;
    private final int batchSize;
    private final int maxAttempts;
    private final Duration firstDelay;
    private final Duration pollInterval;
    private final RandomGenerator random;

    private DeliveryOptions(Builder from) {
        threads = from.threads;
        executor = from.executor;
        lease = from.lease;
        longestHandling = from.longestHandling;
        batchSize = from.batchSize;
        maxAttempts = from.maxAttempts;
        firstDelay = from.firstDelay;
        pollInterval = from.pollInterval;
        random = from.random;
    }

    /** Two threads, a lease of a minute, ten attempts within about a day. */
    public static DeliveryOptions defaults() {
        return builder().build();
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many deliveries are handled at the same time. */
    public int threads() {
        return threads;
    }

    /** Where the work is done; null for daemon threads of the desk's own. */
    public @Nullable Executor executor() {
        return executor;
    }

    /** After how long another node takes over what a dead one had. */
    public Duration lease() {
        return lease;
    }

    /** After how long a handler is interrupted. */
    public Duration longestHandling() {
        return longestHandling;
    }

    /** How many deliveries a thread claims at once. */
    public int batchSize() {
        return batchSize;
    }

    /** After how many attempts a delivery is parked. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** How long to wait after the first failure. */
    public Duration firstDelay() {
        return firstDelay;
    }

    /** How often to look when nothing wakes the desk up. */
    public Duration pollInterval() {
        return pollInterval;
    }

    /** What spreads the delays. */
    public RandomGenerator random() {
        return random;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private int threads = 2;
        private @Nullable Executor executor;
        private Duration lease = Duration.ofMinutes(1);
        private Duration longestHandling = Duration.ofMinutes(5);
        private int batchSize = 100;
        private int maxAttempts = 10;
        private Duration firstDelay = Duration.ofSeconds(9);
        private Duration pollInterval = Duration.ofSeconds(5);
        private RandomGenerator random = new Random();

        private Builder() {}

        /** How many deliveries are handled at the same time, 1 or more; 2 by default. */
        public Builder threads(int value) {
            threads = atLeastOne("threads", value);
            return this;
        }

        /** Where the work is done; by default on daemon threads of its own. It gives away {@link #threads} threads until the desk is closed. */
        public Builder executor(Executor value) {
            executor = Required.argument(value, "executor");
            return this;
        }

        /** After how long another node takes over what a dead one had, by the store's time; a minute by default. */
        public Builder lease(Duration value) {
            lease = positive("lease", value);
            return this;
        }

        /** After how long a handler is interrupted and its lease no longer extended; 5 minutes by default. */
        public Builder longestHandling(Duration value) {
            longestHandling = positive("longestHandling", value);
            return this;
        }

        /** How many deliveries a thread claims at once, 1 to 1,000; 100 by default. */
        public Builder batchSize(int value) {
            batchSize = Math.min(atLeastOne("batchSize", value), 1_000);
            return this;
        }

        /** After how many attempts that were begun a delivery is parked, 1 or more; 10 by default, which is about a day. */
        public Builder maxAttempts(int value) {
            maxAttempts = atLeastOne("maxAttempts", value);
            return this;
        }

        /** How long to wait after the first failure, then three times as long each time, up to a day; 9 seconds by default. */
        public Builder firstDelay(Duration value) {
            firstDelay = positive("firstDelay", value);
            return this;
        }

        /** How often to look when nothing wakes the desk up; 5 seconds by default. */
        public Builder pollInterval(Duration value) {
            pollInterval = positive("pollInterval", value);
            return this;
        }

        /** What spreads the delays; for tests. Must be thread-safe. */
        public Builder random(RandomGenerator value) {
            random = Required.argument(value, "random");
            return this;
        }

        /** The options. */
        public DeliveryOptions build() {
            return new DeliveryOptions(this);
        }

        private static int atLeastOne(String field, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(field + ": must be 1 or more");
            }
            return value;
        }

        private static Duration positive(String field, Duration value) {
            Required.argument(value, field);
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(field + ": must be more than zero");
            }
            return value;
        }
    }
}
