package dev.ticketkit.samples.quickstart.page;

import dev.ticketkit.samples.quickstart.log.LogSummary;
import dev.ticketkit.samples.quickstart.report.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How the figures came about.
 *
 * @param source whose tickets these are
 * @param store where they were kept
 * @param log what was replayed
 * @param took how long the replay took
 * @param checked whether every ticket, counted one by one, and the log agree with the figures
 */
public record ReportFacts(String source, String store, LogSummary log, Duration took, boolean checked) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final double MILLIS = 1000;

    /** {@code 13 January 2010 to 3 January 2014}. */
    public String period() {
        return day(log.first()) + " to " + day(log.last());
    }

    /** {@code 3 January 2014}. */
    String lastDay() {
        return day(log.last());
    }

    /** {@code 21,348 commands in 12.3 s, 1,736 a second}. */
    public String pace() {
        double seconds = Math.max(1, took.toMillis()) / MILLIS;
        return Numbers.count(log.events()) + " commands in " + Numbers.decimal(seconds) + " s, "
                + Numbers.count(Math.round(log.events() / seconds)) + " a second";
    }

    /** What was checked. */
    public String check(long tickets) {
        return checked
                ? "the figures agree with the log and with a count of all "
                        + Numbers.count(tickets, "ticket", "tickets") + " one by one"
                : "the figures DIFFER from the log or from a count of all tickets";
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }
}
