package dev.ticketkit.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the header of that name: seconds, or a date. */
final class RetryAfter {
    /** A receiver must not hold back the later events of a ticket for as long as it likes. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The wait from now, zero to one day, or null when the header is missing or unreadable. */
    static @Nullable Duration parse(@Nullable String header, Clock clock) {
        if (header == null || header.isEmpty()) {
            return null;
        }
        if (header.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return header.length() > 9 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            Instant then = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return bounded(Duration.between(clock.instant(), then));
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
