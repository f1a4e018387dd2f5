package dev.ticketkit.samples.helpdesk.page;

import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the desk's values are called in the language of one reader. The tenant's own words stand before the shipped ones. */
public final class Words {
    private final Locale language;
    private final ZoneId zone;
    private final Labels labels;
    private final StatusBook statuses;
    private final List<PriorityEntry> priorities;

    Words(Locale language, ZoneId zone, StatusBook statuses, List<PriorityEntry> priorities) {
        this.language = language;
        this.zone = zone;
        this.labels = Labels.of(language);
        this.statuses = statuses;
        this.priorities = priorities;
    }

    /** A status. */
    public String status(Status status) {
        return statuses.find(status.key())
                .map(StatusEntry::label)
                .orElseGet(() -> status.isPredefined() ? labels.status(status) : status.key());
    }

    /** A status of which the history knows the key. */
    public String statusKey(String key) {
        return statuses.find(key).map(entry -> status(entry.status())).orElse(key);
    }

    /** A priority. */
    public String priority(Priority priority) {
        return priorities.stream()
                .filter(entry -> entry.priority() == priority)
                .map(PriorityEntry::label)
                .filter(label -> label != null)
                .findFirst()
                .orElseGet(() -> labels.priority(priority));
    }

    /** A macro status. */
    public String macro(MacroStatus macro) {
        return labels.macroStatus(macro);
    }

    /** A field of a ticket. */
    public String field(TicketField field) {
        return labels.text("field." + field.name());
    }

    /** Day and minute; empty for none. */
    public String time(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(instant.atZone(zone));
    }

    /** The day; empty for none. */
    public String day(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                        .withLocale(language)
                        .format(instant.atZone(zone));
    }

    /** A month of a year. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL yyyy", language).format(month);
    }

    /** A count. */
    public String number(long count) {
        return NumberFormat.getIntegerInstance(language).format(count);
    }

    /** With at most one digit behind the point. */
    public String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** Hours of a duration, or a dash for none. */
    public String hours(@Nullable Duration duration) {
        return duration == null ? "–" : number(duration.toMinutes() / 60.0);
    }
}
