package dev.ticketkit.core.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes version 7 UUIDs (RFC 9562): 48 bits of milliseconds, then 74 random bits. Ids made later sort later, so index pages fill from
 * one end. Thread-safe.
 */
public final class TimeOrderedIds {
    private final RandomGenerator random;

    /** Ids from a secure source. */
    public TimeOrderedIds() {
        this(new SecureRandom());
    }

    /** Ids from a given source, for tests; it must be thread-safe if this is shared. */
    public TimeOrderedIds(RandomGenerator random) {
        this.random = random;
    }

    /** A new id for an instant. */
    public UUID next(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
