package dev.ticketkit.jdbc.internal.rollup;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day in UTC and the first day of its month, both as days since 1970.
 *
 * @param day the day
 * @param month the first day of its month
 */
public record UtcDay(long day, long month) {
    static final long SECONDS = 86_400;

    private static final String DAY = "CAST(FLOOR(EXTRACT(EPOCH FROM %1$s) / 86400) AS integer)";

    public static UtcDay of(Instant instant) {
        return of(Math.floorDiv(instant.getEpochSecond(), SECONDS));
    }

    public static UtcDay of(long day) {
        return new UtcDay(day, LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay());
    }

    /** The first instant of a day. */
    static Instant start(long day) {
        return Instant.ofEpochSecond(day * SECONDS);
    }

    /** The day of a column, as the databases compute it. */
    static String daySql(String column) {
        return DAY.formatted(column);
    }

    /** The first day of the month of a column. */
    static String monthSql(String column) {
        return (DAY + " - CAST(EXTRACT(DAY FROM %1$s AT TIME ZONE 'UTC') AS integer) + 1").formatted(column);
    }
}
