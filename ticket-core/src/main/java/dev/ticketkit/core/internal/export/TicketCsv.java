package dev.ticketkit.core.internal.export;

import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as CSV (RFC 4180: commas, CRLF, every cell in quotes), one line each after a line of headings. No cell can be taken for a
 * formula by a spreadsheet: such a text gets an apostrophe in front. Times are ISO 8601 with the offset of the zone, to the second.
 * Immutable.
 */
public final class TicketCsv {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withLocale(Locale.ROOT);

    private final Labels labels;
    private final Function<Status, String> statuses;
    private final Function<Priority, String> priorities;
    private final ZoneId zone;

    /**
     * A form.
     *
     * @param labels of the headings
     * @param statuses what a status is called
     * @param priorities what a priority is called
     * @param zone of the times
     */
    public TicketCsv(
            Labels labels, Function<Status, String> statuses, Function<Priority, String> priorities, ZoneId zone) {
        this.labels = labels;
        this.statuses = statuses;
        this.priorities = priorities;
        this.zone = zone;
    }

    /**
     * Writes a line of headings, and a line for each ticket as it comes; nothing is kept.
     *
     * @param tickets read to its end, not closed
     * @return how many tickets
     * @throws IOException when the target fails
     */
    public long write(Stream<Ticket> tickets, Appendable target) throws IOException {
        line(target, headings());
        long written = 0;
        for (Iterator<Ticket> each = tickets.iterator(); each.hasNext(); written++) {
            line(target, cells(each.next()));
        }
        return written;
    }

    private static void line(Appendable target, List<String> cells) throws IOException {
        target.append(cells.stream().map(CsvText::of).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private List<String> headings() {
        return Stream.of(
                        "column.reference",
                        "field.TITLE",
                        "field.STATUS",
                        "field.PRIORITY",
                        "field.CATEGORY",
                        "column.contact-id",
                        "field.CONTACT_NAME",
                        "field.OWNER",
                        "column.opened",
                        "column.updated",
                        "column.closed",
                        "field.DESCRIPTION")
                .map(labels::text)
                .toList();
    }

    private List<String> cells(Ticket ticket) {
        Contact contact = ticket.contact();
        Party owner = ticket.owner();
        return List.of(
                ticket.reference().value(),
                ticket.title(),
                statuses.apply(ticket.status()),
                priorities.apply(ticket.priority()),
                ticket.category() == null ? "" : ticket.category().name(),
                contact.id(),
                orEmpty(contact.name()),
                owner == null ? "" : owner.label(),
                time(ticket.openedAt()),
                time(ticket.updatedAt()),
                time(ticket.closedAt()),
                orEmpty(ticket.description()));
    }

    private String time(@Nullable Instant instant) {
        return instant == null
                ? ""
                : TIME.format(
                        instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
