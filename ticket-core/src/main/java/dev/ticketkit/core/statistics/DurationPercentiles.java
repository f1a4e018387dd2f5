package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long most of something took. Percentile {@code p} of {@code count} durations in order is the one at place {@code ceil(p * count / 100)},
 * given at most 2.5% too short or too long; a negative one, which only imported tickets have, is given as zero.
 *
 * @param count how many durations there are; exact
 * @param p50 the median; like the others null when there are none
 */
@JsonPropertyOrder({"count", "p50", "p90", "p95", "p99"})
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

    @JsonProperty("p50")
    private @Nullable String p50Text() {
        return p50 == null ? null : p50.toString();
    }

    @JsonProperty("p90")
    private @Nullable String p90Text() {
        return p90 == null ? null : p90.toString();
    }

    @JsonProperty("p95")
    private @Nullable String p95Text() {
        return p95 == null ? null : p95.toString();
    }

    @JsonProperty("p99")
    private @Nullable String p99Text() {
        return p99 == null ? null : p99.toString();
    }

    @JsonCreator
    private static DurationPercentiles fromJson(
            @JsonProperty("count") long count,
            @JsonProperty("p50") @Nullable String p50,
            @JsonProperty("p90") @Nullable String p90,
            @JsonProperty("p95") @Nullable String p95,
            @JsonProperty("p99") @Nullable String p99) {
        return new DurationPercentiles(
                count,
                p50 == null ? null : Duration.parse(p50),
                p90 == null ? null : Duration.parse(p90),
                p95 == null ? null : Duration.parse(p95),
                p99 == null ? null : Duration.parse(p99));
    }
}
