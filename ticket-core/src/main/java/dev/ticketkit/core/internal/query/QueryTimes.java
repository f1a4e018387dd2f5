package dev.ticketkit.core.internal.query;

import dev.ticketkit.core.internal.query.Term.Comparison;
import dev.ticketkit.core.internal.query.Term.Value;
import dev.ticketkit.spi.query.InstantRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as they are typed: years, months, days and minutes of the tenant's zone, each a range from its first to its last instant. */
final class QueryTimes {
    private static final String FORMS =
            "write 2026, 2026-03, 2026-03-29, 29/03/2026, 2026-03-29T10:15, today or yesterday";
    private static final Pattern LOCAL_DAY = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}");
    private static final Choices<Integer> DAYS =
            new Choices<Integer>("day").addAll(0, "today", "oggi", "hoy").addAll(-1, "yesterday", "ieri", "ayer");
    private static final int LONGEST = 40;

    private final ZoneId zone;
    private final Instant now;

    QueryTimes(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** The part of a range that a comparison leaves. */
    InstantRange within(InstantRange range, Comparison comparison, Value value) {
        InstantRange period = period(value);
        return switch (comparison) {
            case IS -> both(range, period.from(), period.until());
            case AT_LEAST -> both(range, period.from(), null);
            case ABOVE -> both(range, period.until(), null);
            case AT_MOST -> both(range, null, period.until());
            case BELOW -> both(range, null, period.from());
        };
    }

    private static InstantRange both(InstantRange range, @Nullable Instant from, @Nullable Instant until) {
        Instant later = from == null || (range.from() != null && range.from().isAfter(from)) ? range.from() : from;
        Instant earlier =
                until == null || (range.until() != null && range.until().isBefore(until)) ? range.until() : until;
        return InstantRange.of(later, earlier);
    }

    private InstantRange period(Value value) {
        String text = value.text();
        try {
            if (text.length() <= LONGEST) {
                return parsed(text);
            }
        } catch (DateTimeException e) {
            // Said below, like any other text that is no time.
        }
        throw Problem.at(value.position(), Problem.shown(text) + " is no time; " + FORMS);
    }

    private InstantRange parsed(String text) {
        if (DAYS.knows(text)) {
            return days(LocalDate.ofInstant(now, zone).plusDays(DAYS.choose(new Value(0, text, false))), 1);
        }
        Matcher local = LOCAL_DAY.matcher(text);
        if (local.matches()) {
            return days(
                    LocalDate.of(
                            Integer.parseInt(local.group(3)),
                            Integer.parseInt(local.group(2)),
                            Integer.parseInt(local.group(1))),
                    1);
        }
        if (YEAR.matcher(text).matches()) {
            LocalDate first = LocalDate.of(Integer.parseInt(text), 1, 1);
            return days(first, first.lengthOfYear());
        }
        if (MONTH.matcher(text).matches()) {
            YearMonth month = YearMonth.parse(text);
            return days(month.atDay(1), month.lengthOfMonth());
        }
        if (DAY.matcher(text).matches()) {
            return days(LocalDate.parse(text), 1);
        }
        return instant(text);
    }

    private InstantRange instant(String text) {
        if (MINUTE.matcher(text).matches()) {
            return minute(LocalDateTime.parse(text));
        }
        Instant start = OffsetDateTime.parse(text).toInstant();
        return InstantRange.of(start, start.plusSeconds(1));
    }

    /** Where clocks are put back, both hours; a minute that they pass over is the moment when they are put forward. */
    private InstantRange minute(LocalDateTime local) {
        @Nullable ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null) {
            Instant start = local.atZone(zone).toInstant();
            return InstantRange.of(start, start.plusSeconds(60));
        }
        Instant first = change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
        Instant last = change.isGap() ? first : local.toInstant(change.getOffsetAfter());
        return InstantRange.of(first, last.plusSeconds(60));
    }

    private InstantRange days(LocalDate first, int count) {
        return InstantRange.of(
                first.atStartOfDay(zone).toInstant(),
                first.plusDays(count).atStartOfDay(zone).toInstant());
    }
}
