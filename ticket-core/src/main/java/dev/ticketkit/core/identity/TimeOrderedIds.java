package dev.ticketkit.core.identity;

import dev.ticketkit.core.internal.identity.UnguessableBits;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes version 7 UUIDs (RFC 9562): 48 bits of milliseconds, 12 bits of their fraction, 62 random bits. Index pages fill from one end.
 * Thread-safe.
 *
 * <p>Every id sorts after all that the same object has made before, also when the clock stands still or goes back: the time in the id then
 * runs on by steps of 244 ns from the latest there was. This is method 3 of section 6.2 (the fraction of the millisecond in place of random
 * bits), kept in order as method 1 would. Ids of different objects or processes are in the order of their clocks.
 *
 * <p>Two ids of the same step, from different processes, are equal with a probability of 1 in 2^62. Nobody can compute one id from others,
 * but an id says when it was made, and whoever sees it knows it: it is a name, never a secret that opens anything.
 */
public final class TimeOrderedIds {
    private static final int FRACTION_BITS = 12;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final RandomGenerator random;
    /** Milliseconds and fraction of the latest id. */
    private final AtomicLong latest = new AtomicLong();

    /** Ids from a secure source. */
    public TimeOrderedIds() {
        this(UnguessableBits.shared());
    }

    /** Ids from a given source, for tests; it must be thread-safe if this is shared. */
    public TimeOrderedIds(RandomGenerator random) {
        this.random = random;
    }

    /**
     * A new id for an instant.
     *
     * @param at between 1970 and 10889; it shows in the id unless a later one, or the same, was given before
     */
    public UUID next(Instant at) {
        long steps = latest.accumulateAndGet(steps(at), (before, now) -> Math.max(before + 1, now));
        long millis = steps >>> FRACTION_BITS;
        long fraction = steps & 0xFFFL;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID((millis << 16) | 0x7000L | fraction, low);
    }

    private static long steps(Instant at) {
        long nanos = at.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI;
        return (at.toEpochMilli() << FRACTION_BITS) | ((nanos << FRACTION_BITS) / NANOS_PER_MILLI);
    }
}
