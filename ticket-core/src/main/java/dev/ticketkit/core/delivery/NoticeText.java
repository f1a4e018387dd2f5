package dev.ticketkit.core.delivery;

import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a notice says, in the words of one language. */
final class NoticeText {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)\\}");
    private static final Map<EventKind, String> HEADLINES = Map.of(
            EventKind.OPENED, "notice.opened",
            EventKind.CHANGED, "notice.changed",
            EventKind.NOTED, "notice.noted",
            EventKind.DELETED, "notice.deleted");

    private final Labels labels;
    private final ChangedValues values;

    NoticeText(Labels labels, ChangedValues values) {
        this.labels = labels;
        this.values = values;
    }

    /** Whether people are told of this kind at all. */
    static boolean isTold(EventKind kind) {
        return HEADLINES.containsKey(kind);
    }

    String plain(TicketEvent event, Ticket ticket) {
        List<String> lines = new ArrayList<>();
        lines.add(filled(
                Objects.requireNonNull(HEADLINES.get(event.kind())),
                Map.of(
                        "actor", event.actor().label(),
                        "reference", ticket.reference().value(),
                        "title", ticket.title())));
        event.changes().forEach(change -> lines.add(line(change)));
        Note note = event.note();
        if (note != null) {
            lines.add("");
            lines.add(note.text());
        }
        return String.join("\n", lines);
    }

    /** Everything in it may have been written by anybody: nothing stays that a browser would obey. */
    static String html(String plain) {
        StringBuilder html = new StringBuilder(plain.length() + 64);
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n' -> html.append("<br>\n");
                default -> html.appendCodePoint(c);
            }
        });
        return html.toString();
    }

    private String line(FieldChange change) {
        String field = change.field() == TicketField.ATTRIBUTE
                ? Objects.requireNonNull(change.attribute())
                : labels.text("field." + change.field().name());
        return change.field() == TicketField.DESCRIPTION
                ? field
                : filled(
                        "notice.change",
                        Map.of(
                                "field", field,
                                "from", value(change.field(), change.from()),
                                "to", value(change.field(), change.to())));
    }

    private String value(TicketField field, @Nullable String value) {
        return value == null ? labels.text("notice.empty") : values.shown(field, value, labels);
    }

    /** One pass: what looks like a place inside a value stays as it is. */
    private String filled(String key, Map<String, String> parts) {
        return PLACE.matcher(labels.text(key))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), place.group())));
    }
}
