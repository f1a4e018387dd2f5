package dev.ticketkit.spi.storage.statistics;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many durations lie in each bucket of {@link DurationBuckets}. Histograms of different tickets add up, and one can be taken from
 * another it is part of.
 *
 * @param counts how many, by number of bucket; empty buckets are left out
 */
public record DurationHistogram(SortedMap<Integer, Long> counts) {
    /** Of nothing. */
    public static final DurationHistogram EMPTY = ofCounts(Map.of());

    /** Copies the map, without empty buckets. */
    public DurationHistogram {
        SortedMap<Integer, Long> copy = new TreeMap<>(counts);
        copy.values().removeIf(count -> count == 0);
        counts = Collections.unmodifiableSortedMap(copy);
    }

    /** A histogram of counts by number of bucket, in any order. */
    public static DurationHistogram ofCounts(Map<Integer, Long> counts) {
        return new DurationHistogram(new TreeMap<>(counts));
    }

    /** A histogram of the durations themselves. */
    public static DurationHistogram of(Stream<Duration> durations) {
        Map<Integer, Long> counts = new TreeMap<>();
        durations.forEach(each -> counts.merge(DurationBuckets.bucketOf(each), 1L, Long::sum));
        return ofCounts(counts);
    }

    /** How many durations there are. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Both together. */
    public DurationHistogram plus(DurationHistogram other) {
        Map<Integer, Long> sums = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> sums.merge(bucket, count, Long::sum));
        return ofCounts(sums);
    }

    /** This one without the durations of another, which must all be in it. */
    public DurationHistogram minus(DurationHistogram other) {
        Map<Integer, Long> rest = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> rest.merge(bucket, -count, Long::sum));
        return ofCounts(rest);
    }

    /**
     * A percentile by nearest rank: of {@code n} durations in order the one at place {@code ceil(percent * n / 100)}, given as the middle of its
     * bucket. At most 2.5% off that duration either way; a negative one is given as zero.
     *
     * @param percent 1 to 100
     * @return null when there are no durations
     */
    public @Nullable Duration percentile(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percent must be 1 to 100, not " + percent);
        }
        long rank = (percent * count() + 99) / 100;
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return DurationBuckets.middleOf(bucket.getKey());
            }
        }
        return null;
    }
}
