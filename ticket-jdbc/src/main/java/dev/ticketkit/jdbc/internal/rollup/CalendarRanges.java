package dev.ticketkit.jdbc.internal.rollup;

import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.spi.query.InstantRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of time as ranges to be added and taken away: whole UTC months, whole UTC days, and the rests of less than a day that are
 * left. Each end goes to the nearest day and from there to the nearest month, so a month of local days is a month of UTC, plus the hours
 * the one has at its end more, less the hours the other has; at most half a day and half a month are left at each end.
 */
public final class CalendarRanges {
    private final List<Days> months = new ArrayList<>();
    private final List<Days> days = new ArrayList<>();
    private final List<Rest> rests = new ArrayList<>();
    private @Nullable Days covered;

    /**
     * From one day until just before another, in days since 1970; null for no end.
     *
     * @param sign 1 to be added, -1 to be taken away
     */
    public record Days(@Nullable Long from, @Nullable Long until, int sign) {}

    /** From one instant until just before another. */
    public record Rest(Instant from, Instant until, int sign) {}

    /** The parts of a range that has at least one end. */
    public CalendarRanges(InstantRange range) {
        Instant from = Times.lowerBound(range.from());
        Instant until = Times.upperBound(range.until());
        if (from != null && until != null && !from.isBefore(until)) {
            return;
        }
        Long first = from == null ? null : (Long) nearestDay(from);
        Long last = until == null ? null : (Long) nearestDay(until);
        if (from != null && until != null && Objects.equals(first, last)) {
            rests.add(new Rest(from, until, 1));
            return;
        }
        covered = new Days(first, last, 1);
        ends(from, first, last, until);
        split(first, last);
    }

    private CalendarRanges() {}

    /** The parts of a range that has at least one end, in which no day is kept together: at most half a month is left at each end. */
    public static CalendarRanges ofMonths(InstantRange range) {
        CalendarRanges ranges = new CalendarRanges();
        Instant from = Times.lowerBound(range.from());
        Instant until = Times.upperBound(range.until());
        if (from != null && until != null && !from.isBefore(until)) {
            return ranges;
        }
        Long first = from == null ? null : (Long) nearestMonth(nearestDay(from));
        Long last = until == null ? null : (Long) nearestMonth(nearestDay(until));
        if (from != null && until != null && first != null && last != null && isShorter(from, until, first, last)) {
            ranges.rests.add(new Rest(from, until, 1));
            return ranges;
        }
        ranges.covered = new Days(first, last, 1);
        ranges.months.add(ranges.covered);
        ranges.ends(from, first, last, until);
        return ranges;
    }

    /** Whole months: whole days too, but kept together. */
    public List<Days> months() {
        return months;
    }

    /** Whole days that are in no month. */
    public List<Days> days() {
        return days;
    }

    /** All whole days, with those of the months; null when there are none. */
    @Nullable public Days covered() {
        return covered;
    }

    /** Whether it is one month or one day but for its rests: then that is all there is of {@link #months} and {@link #days}. */
    public boolean isOnePeriod() {
        if (months.size() + days.size() != 1) {
            return false;
        }
        Days only = months.isEmpty() ? days.get(0) : months.get(0);
        if (only.sign() < 0 || only.from() == null || only.until() == null) {
            return false;
        }
        return months.isEmpty()
                ? only.until() - only.from() == 1
                : UtcDay.of(only.until() - 1).month() == only.from();
    }

    /** What is left. */
    public List<Rest> rests() {
        return rests;
    }

    /** Whether a range is no longer than what months would leave of it. */
    private static boolean isShorter(Instant from, Instant until, long first, long last) {
        Duration left = Duration.between(from, UtcDay.start(first))
                .abs()
                .plus(Duration.between(until, UtcDay.start(last)).abs());
        return first == last || Duration.between(from, until).compareTo(left) <= 0;
    }

    private void split(@Nullable Long first, @Nullable Long last) {
        Long firstMonth = first == null ? null : (Long) nearestMonth(first);
        Long lastMonth = last == null ? null : (Long) nearestMonth(last);
        boolean near = first != null
                && last != null
                && firstMonth != null
                && lastMonth != null
                && last - first <= Math.abs(first - firstMonth) + Math.abs(last - lastMonth);
        if (near) {
            days.add(new Days(first, last, 1));
            return;
        }
        months.add(new Days(firstMonth, lastMonth, 1));
        if (first != null && firstMonth != null) {
            days(first, firstMonth);
        }
        if (last != null && lastMonth != null) {
            days(lastMonth, last);
        }
    }

    private void days(long from, long until) {
        if (from != until) {
            days.add(from < until ? new Days(from, until, 1) : new Days(until, from, -1));
        }
    }

    private void ends(@Nullable Instant from, @Nullable Long first, @Nullable Long last, @Nullable Instant until) {
        if (from != null && first != null) {
            rest(from, UtcDay.start(first));
        }
        if (until != null && last != null) {
            rest(UtcDay.start(last), until);
        }
    }

    private void rest(Instant from, Instant until) {
        if (!from.equals(until)) {
            rests.add(from.isBefore(until) ? new Rest(from, until, 1) : new Rest(until, from, -1));
        }
    }

    private static long nearestDay(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond() + UtcDay.SECONDS / 2, UtcDay.SECONDS);
    }

    private static long nearestMonth(long day) {
        long before = UtcDay.of(day).month();
        long after = UtcDay.of(before + 31).month();
        return day - before <= after - day ? before : after;
    }
}
