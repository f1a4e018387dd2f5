package dev.ticketkit.core.internal.delivery.notify;

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

/** What a notification says, in the words of one language. */
final class NotificationText {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)\\}");
    private static final int MOST = 20_000;
    private static final Map<EventKind, String> KINDS = Map.of(
            EventKind.OPENED, "opened",
            EventKind.CHANGED, "changed",
            EventKind.NOTED, "noted",
            EventKind.DELETED, "deleted",
            EventKind.RESTORED, "restored");

    private final Labels labels;
    private final ChangedValues values;

    NotificationText(Labels labels, ChangedValues values) {
        this.labels = labels;
        this.values = values;
    }

    /** Whether people are notified of this kind at all. */
    static boolean isSent(EventKind kind) {
        return KINDS.containsKey(kind);
    }

    /** As {@link OperatorNotifications} promises it. */
    static String templateKey(List<TicketEvent> events) {
        return "ticket." + (events.size() == 1 ? kind(events.get(0)) : "several");
    }

    /** As {@link OperatorNotifications} promises them. */
    static List<String> parameters(List<TicketEvent> events, Ticket ticket) {
        List<String> parameters = new ArrayList<>(List.of(
                ticket.reference().value(),
                ticket.title(),
                events.get(0).actor().label()));
        if (events.size() > 1) {
            parameters.add(String.valueOf(events.size()));
        }
        return parameters;
    }

    String plain(List<TicketEvent> events, Ticket ticket) {
        return events.size() == 1 ? one(events.get(0), ticket) : several(events, ticket);
    }

    private String one(TicketEvent event, Ticket ticket) {
        return withDetails(filled("notification." + kind(event), places(event, ticket, 1)), event);
    }

    /** As many as fit into a text; how many do not is said instead. */
    private String several(List<TicketEvent> events, Ticket ticket) {
        StringBuilder text =
                new StringBuilder(filled("notification.several", places(events.get(0), ticket, events.size())));
        for (int i = 0; i < events.size(); i++) {
            TicketEvent event = events.get(i);
            String part = withDetails(filled("notification.part." + kind(event), places(event, ticket, 1)), event);
            if (text.length() + part.length() > MOST) {
                return text.append("\n\n")
                        .append(filled("notification.more", places(event, ticket, events.size() - i)))
                        .toString();
            }
            text.append("\n\n").append(part);
        }
        return text.toString();
    }

    private String withDetails(String headline, TicketEvent event) {
        List<String> lines = new ArrayList<>();
        lines.add(headline);
        event.changes().forEach(change -> lines.add(line(change)));
        Note note = event.note();
        if (note != null) {
            lines.add("");
            lines.add(note.text());
        }
        return String.join("\n", lines);
    }

    private static Map<String, String> places(TicketEvent event, Ticket ticket, int count) {
        return Map.of(
                "actor", event.actor().label(),
                "reference", ticket.reference().value(),
                "title", ticket.title(),
                "count", String.valueOf(count));
    }

    private static String kind(TicketEvent event) {
        return Objects.requireNonNull(KINDS.get(event.kind()), "kind");
    }

    private String line(FieldChange change) {
        String named = change.attribute();
        String field =
                named != null ? named : labels.text("field." + change.field().name());
        return change.field() == TicketField.DESCRIPTION
                ? field
                : filled(
                        "notification.change",
                        Map.of(
                                "field", field,
                                "from", value(change.field(), change.from()),
                                "to", value(change.field(), change.to())));
    }

    private String value(TicketField field, @Nullable String value) {
        return value == null ? labels.text("notification.empty") : values.shown(field, value, labels);
    }

    /** One pass: what looks like a place inside a value stays as it is. */
    private String filled(String key, Map<String, String> parts) {
        return PLACE.matcher(labels.text(key))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), place.group())));
    }
}
