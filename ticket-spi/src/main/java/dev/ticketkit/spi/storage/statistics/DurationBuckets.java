package dev.ticketkit.spi.storage.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The buckets in which durations are counted: the same for every store and for good, so that counts add up. Bucket 0 holds what is below
 * one microsecond, zero and negative times; bucket {@code i} holds the microseconds from {@code b(i)} until just before {@code b(i + 1)},
 * where {@code b(1) = 1} and {@code b(i + 1) = b(i) + max(1, b(i) / 20)} in whole numbers. No bucket is wider than a twentieth of its
 * lowest time, so its middle is at most 2.5% off any time in it, and exact below 40 microseconds.
 */
public final class DurationBuckets {
    private static final int STEPS = 20;
    private static final List<Long> BOUNDS = geometric();

    private DurationBuckets() {}

    /** {@code b(1), b(2), …} in microseconds, rising: a time lies in the bucket whose number is how many bounds it has reached. */
    public static List<Long> bounds() {
        return BOUNDS;
    }

    /** The bucket of a time in microseconds. */
    public static int bucketOf(long micros) {
        int found = Collections.binarySearch(BOUNDS, micros);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The bucket of a time, cut to microseconds. */
    public static int bucketOf(Duration time) {
        return bucketOf(Math.addExact(Math.multiplyExact(time.getSeconds(), 1_000_000L), time.getNano() / 1_000));
    }

    /**
     * The time that is given for a bucket: halfway between the lowest and the highest in it; zero for bucket 0.
     *
     * @throws IndexOutOfBoundsException when there is no such bucket
     */
    public static Duration middleOf(int bucket) {
        if (bucket == 0) {
            return Duration.ZERO;
        }
        long lowest = BOUNDS.get(bucket - 1);
        long highest = bucket == BOUNDS.size() ? Long.MAX_VALUE : BOUNDS.get(bucket) - 1;
        long middle = lowest + (highest - lowest) / 2;
        return Duration.ofSeconds(middle / 1_000_000, middle % 1_000_000 * 1_000);
    }

    private static List<Long> geometric() {
        List<Long> bounds = new ArrayList<>();
        long bound = 1;
        while (bound <= Long.MAX_VALUE - width(bound)) {
            bounds.add(bound);
            bound += width(bound);
        }
        bounds.add(bound);
        return List.copyOf(bounds);
    }

    private static long width(long bound) {
        return Math.max(1, bound / STEPS);
    }
}
