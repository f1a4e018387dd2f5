package dev.ticketkit.jdbc.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.jdbc.internal.rollup.CalendarRanges;
import dev.ticketkit.jdbc.internal.rollup.CalendarRanges.Days;
import dev.ticketkit.jdbc.internal.rollup.CalendarRanges.Rest;
import dev.ticketkit.jdbc.internal.rollup.UtcDay;
import dev.ticketkit.spi.query.InstantRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R35")
class CalendarRangesTest {
    private static final long SEED = 20_261_123L;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void piecesAddUpToTheRangeForEveryInstant() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            InstantRange range = InstantRange.of(
                    random.nextInt(5) == 0 ? null : instant(random), random.nextInt(5) == 0 ? null : instant(random));
            CalendarRanges pieces = new CalendarRanges(range);
            CalendarRanges ofMonths = CalendarRanges.ofMonths(range);
            assertThat(ofMonths.days()).isEmpty();
            for (int j = 0; j < 50; j++) {
                Instant at = instant(random);
                int inside = range.contains(at) ? 1 : 0;
                assertThat(weight(pieces, at))
                        .as("seed %d: %s in %s", SEED, at, range)
                        .isEqualTo(inside);
                assertThat(weight(ofMonths, at))
                        .as("seed %d: %s in %s, months", SEED, at, range)
                        .isEqualTo(inside);
            }
        }
    }

    @Test
    void ofMonthsAShortRangeAcrossTheMiddleOfOneIsReadAsItIs() {
        CalendarRanges pieces = CalendarRanges.ofMonths(days("2026-03-16", "2026-03-17", "UTC"));

        assertThat(pieces.months()).isEmpty();
        assertThat(pieces.rests())
                .containsExactly(
                        new Rest(Instant.parse("2026-03-16T00:00:00Z"), Instant.parse("2026-03-17T00:00:00Z"), 1));
    }

    @Test
    void ofMonthsAtMostHalfAMonthIsLeftAtEachEnd() {
        CalendarRanges pieces = CalendarRanges.ofMonths(days("2026-01-10", "2026-12-20", "Europe/Rome"));

        assertThat(pieces.months())
                .containsExactly(new Days(
                        LocalDate.parse("2026-01-01").toEpochDay(),
                        LocalDate.parse("2027-01-01").toEpochDay(),
                        1));
        assertThat(pieces.rests()).hasSize(2).allSatisfy(stretch -> {
            assertThat(stretch.sign()).isEqualTo(-1);
            assertThat(Duration.between(stretch.from(), stretch.until())).isLessThan(Duration.ofDays(16));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Rome", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati"})
    void aMonthOfLocalDaysIsAMonthAndHoursAtItsEnds(String zone) {
        CalendarRanges pieces = new CalendarRanges(days("2026-03-01", "2026-04-01", zone));

        assertThat(pieces.months()).hasSize(1);
        assertThat(pieces.rests()).hasSize(2).allSatisfy(stretch -> assertThat(
                        Duration.between(stretch.from(), stretch.until()))
                .isLessThanOrEqualTo(Duration.ofHours(12)));
        // Fourteen hours from UTC are nearer to the day before.
        assertThat(pieces.days()).hasSize(zone.equals("Pacific/Kiritimati") ? 2 : 0);
    }

    @Test
    void aMonthOfUtcIsOneMonth() {
        CalendarRanges pieces = new CalendarRanges(days("2026-03-01", "2026-04-01", "UTC"));

        assertThat(pieces.months()).hasSize(1);
        assertThat(pieces.days()).isEmpty();
        assertThat(pieces.rests()).isEmpty();
    }

    @Test
    void aWeekIsDaysWhereverItLies() {
        assertThat(new CalendarRanges(days("2026-03-28", "2026-04-04", "UTC")).months())
                .isEmpty();
        assertThat(new CalendarRanges(days("2026-03-28", "2026-04-04", "UTC")).days())
                .hasSize(1);
    }

    @Test
    void anEmptyRangeHasNoPieces() {
        CalendarRanges pieces = new CalendarRanges(InstantRange.of(START.plusSeconds(1), START));

        assertThat(pieces.covered()).isNull();
        assertThat(pieces.rests()).isEmpty();
    }

    @Test
    void boundsNobodyCanReachAreNone() {
        CalendarRanges pieces = new CalendarRanges(InstantRange.of(Instant.MIN, Instant.MAX));

        assertThat(pieces.months()).containsExactly(new Days(null, null, 1));
        assertThat(pieces.days()).isEmpty();
    }

    private static InstantRange days(String first, String end, String zone) {
        ZoneId days = ZoneId.of(zone);
        return InstantRange.of(
                LocalDate.parse(first).atStartOfDay(days).toInstant(),
                LocalDate.parse(end).atStartOfDay(days).toInstant());
    }

    private static int weight(CalendarRanges pieces, Instant at) {
        UtcDay day = UtcDay.of(at);
        int weight = 0;
        for (Days months : pieces.months()) {
            weight += months.sign() * (isIn(months, day.month()) ? 1 : 0);
        }
        for (Days days : pieces.days()) {
            weight += days.sign() * (isIn(days, day.day()) ? 1 : 0);
        }
        Days covered = pieces.covered();
        assertThat(covered != null && isIn(covered, day.day()) ? 1 : 0).isEqualTo(weight);
        for (Rest stretch : pieces.rests()) {
            boolean inside = !at.isBefore(stretch.from()) && at.isBefore(stretch.until());
            weight += stretch.sign() * (inside ? 1 : 0);
        }
        return weight;
    }

    private static boolean isIn(Days days, long day) {
        return (days.from() == null || day >= days.from()) && (days.until() == null || day < days.until());
    }

    private static Instant instant(Random random) {
        Instant day = START.plus(Duration.ofDays(random.nextInt(150)));
        return random.nextInt(4) == 0 ? day : day.plusSeconds(random.nextInt(86_400));
    }
}
