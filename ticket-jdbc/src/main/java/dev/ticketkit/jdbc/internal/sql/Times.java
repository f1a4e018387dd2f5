package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.spi.storage.statistics.DurationBuckets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as databases take them: in UTC, whatever zone the session or the JVM is in. */
public final class Times {
    /** Nothing stored is earlier. */
    public static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    /** Clamped to years every store can compare: stored instants lie between, bounds of ranges and cursors may not. */
    static OffsetDateTime toDatabase(Instant instant) {
        Instant inside = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return inside.atOffset(ZoneOffset.UTC);
    }

    /** The first microsecond that is not before a bound: databases would round a finer one, some of them down. */
    public static Instant bound(Instant instant) {
        Instant cut = instant.truncatedTo(ChronoUnit.MICROS);
        return cut.equals(instant) || !cut.isBefore(LATEST) ? cut : cut.plusNanos(1_000);
    }

    /** The same, or null when everything stored is later. */
    public static @Nullable Instant lowerBound(@Nullable Instant from) {
        return from == null || !from.isAfter(EARLIEST) ? null : earlier(bound(from), LATEST);
    }

    /** The same, or null when everything stored is earlier. */
    public static @Nullable Instant upperBound(@Nullable Instant until) {
        return until == null || until.isAfter(LATEST) ? null : bound(until.isBefore(EARLIEST) ? EARLIEST : until);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    public static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    public static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000L);
    }

    /** The bucket of a duration, see {@link DurationBuckets}; null for none. */
    public static @Nullable Long bucket(@Nullable Duration duration) {
        return duration == null ? null : (Long) (long) DurationBuckets.bucketOf(duration);
    }

    static @Nullable Instant fromDatabase(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
