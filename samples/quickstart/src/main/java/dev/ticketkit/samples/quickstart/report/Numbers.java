package dev.ticketkit.samples.quickstart.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them. */
public final class Numbers {
    private static final double HOURS_A_DAY = 24;
    private static final double DAYS_FROM_HOURS = 48;
    private static final double LEAST_PERCENT = 0.05;

    private Numbers() {}

    /** {@code 4,580}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 4,580 tickets}, {@code 1 ticket}. */
    public static String count(long value, String one, String many) {
        return count(value) + " " + (value == 1 ? one : many);
    }

    /** {@code 37.2%}; what is there but rounds to nothing is {@code <0.1%}. */
    public static String percent(double value) {
        return value > 0 && value < LEAST_PERCENT ? "<0.1%" : decimal(value) + "%";
    }

    /** {@code 969.7}. */
    public static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    /** {@code 40.4 days}, {@code 12.5 hours}; a dash when there is none. */
    public static String duration(@Nullable Double hours) {
        return duration(hours, hours);
    }

    /** As {@link #duration(Double)}, in the unit that another duration is shown in, so that a column has one unit. */
    public static String duration(@Nullable Double hours, @Nullable Double other) {
        if (hours == null) {
            return "–";
        }
        boolean days = other != null && other >= DAYS_FROM_HOURS;
        return days ? decimal(hours / HOURS_A_DAY) + " days" : decimal(hours) + " hours";
    }
}
