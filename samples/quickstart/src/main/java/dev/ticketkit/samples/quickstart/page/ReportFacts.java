package dev.ticketkit.samples.quickstart.page;

import dev.ticketkit.samples.quickstart.delivery.Sent;
import dev.ticketkit.samples.quickstart.delivery.Told;
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
 * @param told who was told of it
 * @param checked whether every ticket, counted one by one, and the log agree with the figures
 */
public record ReportFacts(String source, String store, LogSummary log, Duration took, Told told, boolean checked) {
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
        double seconds = seconds(took);
        return Numbers.count(log.events()) + " commands in " + Numbers.decimal(seconds) + " s, "
                + Numbers.count(Math.round(log.events() / seconds)) + " a second";
    }

    /** {@code 64,041 mails to 3 operators, 4,727 messages to 397 contacts}. */
    public String people() {
        Sent operators = told.operators();
        Sent contacts = told.contacts();
        return Numbers.count(operators.notices(), "mail", "mails") + " to "
                + Numbers.count(operators.recipients(), "operator", "operators") + ", "
                + Numbers.count(contacts.notices(), "message", "messages") + " to "
                + Numbers.count(contacts.recipients(), "contact", "contacts");
    }

    /** How long the last of them was behind the last command: {@code 0.3 s}. */
    public String delay() {
        return Numbers.decimal(seconds(told.after())) + " s";
    }

    /** What was checked. */
    public String check(long tickets) {
        return checked
                ? "the figures agree with the log and with a count of all "
                        + Numbers.count(tickets, "ticket", "tickets") + " one by one"
                : "the figures DIFFER from the log or from a count of all tickets";
    }

    private static double seconds(Duration duration) {
        return Math.max(1, duration.toMillis()) / MILLIS;
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }
}
