package dev.ticketkit.core.internal.export;

import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.query.CsvOptions;
import dev.ticketkit.core.query.CsvOptions.Column;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tickets as CSV, one line each after a line of headings. Immutable. */
public final class TicketCsv {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withLocale(Locale.ROOT);
    private static final DateTimeFormatter SPREADSHEET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvOptions options;
    private final Labels labels;
    private final Function<Status, String> statuses;
    private final Function<Priority, String> priorities;
    private final ZoneId zone;

    /**
     * A form.
     *
     * @param options separator, columns, times
     * @param labels of the headings
     * @param statuses what a status is called
     * @param priorities what a priority is called
     * @param zone of the times
     */
    public TicketCsv(
            CsvOptions options,
            Labels labels,
            Function<Status, String> statuses,
            Function<Priority, String> priorities,
            ZoneId zone) {
        this.options = options;
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
        if (options.byteOrderMark()) {
            target.append(BYTE_ORDER_MARK);
        }
        line(target, headings());
        long written = 0;
        for (Iterator<Ticket> each = tickets.iterator(); each.hasNext(); written++) {
            line(target, cells(each.next()));
        }
        return written;
    }

    private void line(Appendable target, Stream<String> cells) throws IOException {
        String separator = String.valueOf(options.separator().sign());
        target.append(cells.map(CsvText::of).collect(Collectors.joining(separator)))
                .append("\r\n");
    }

    private Stream<String> headings() {
        return Stream.concat(options.columns().stream().map(this::heading), options.attributes().stream());
    }

    private Stream<String> cells(Ticket ticket) {
        return Stream.concat(
                options.columns().stream().map(column -> cell(column, ticket)),
                options.attributes().stream().map(name -> ticket.attributes().getOrDefault(name, "")));
    }

    private String heading(Column column) {
        return labels.text(
                switch (column) {
                    case TITLE, STATUS, PRIORITY, CATEGORY, CONTACT_NAME, OWNER, DESCRIPTION ->
                        "field." + column.name();
                    default ->
                        "column." + column.name().toLowerCase(Locale.ROOT).replace('_', '-');
                });
    }

    private String cell(Column column, Ticket ticket) {
        return orEmpty(
                switch (column) {
                    case REFERENCE -> ticket.reference().value();
                    case TITLE -> ticket.title();
                    case STATUS -> statuses.apply(ticket.status());
                    case PRIORITY -> priorities.apply(ticket.priority());
                    case CATEGORY -> ofNullable(ticket.category(), Category::name);
                    case CONTACT_ID -> ticket.contact().id();
                    case CONTACT_NAME -> ticket.contact().name();
                    case OWNER -> ofNullable(ticket.owner(), Party::label);
                    case OPENED -> time(ticket.openedAt());
                    case UPDATED -> time(ticket.updatedAt());
                    case CLOSED -> ofNullable(ticket.closedAt(), this::time);
                    case DESCRIPTION -> ticket.description();
                    case ORIGIN -> ticket.origin().name();
                    case EXTERNAL_ID -> ticket.externalId();
                    case OWNER_ID -> ofNullable(ticket.owner(), Party::id);
                    case ATTRIBUTES -> attributes(ticket);
                });
    }

    private static String attributes(Ticket ticket) {
        return ticket.attributes().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static <T> @Nullable String ofNullable(@Nullable T value, Function<T, String> text) {
        return value == null ? null : text.apply(value);
    }

    private String time(Instant instant) {
        ZonedDateTime time = instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
        return options.spreadsheetTimes() ? SPREADSHEET.format(time) : ISO.format(time.toOffsetDateTime());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
