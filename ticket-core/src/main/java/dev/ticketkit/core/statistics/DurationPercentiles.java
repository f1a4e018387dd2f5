package dev.ticketkit.core.statistics;

import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long most of something took. Percentile {@code p} of {@code count} durations in order is the one at place {@code ceil(p * count / 100)},
 * told at most 2.5% too short or too long; a negative one, which only imported tickets have, is told as zero.
 *
 * @param count how many durations there are; exact
 * @param p50 the median; like the others null when there are none
 */
public record DurationPercentiles(
        long count,
        @Nullable Duration p50,
        @Nullable Duration p90,
        @Nullable Duration p95,
        @Nullable Duration p99) {
    public static DurationPercentiles of(DurationHistogram times) {
        return new DurationPercentiles(
                times.count(), times.percentile(50), times.percentile(90), times.percentile(95), times.percentile(99));
    }
}
