package dev.ticketkit.core.template;

import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the fields of a ticket: {@code TICKET_REFERENCE, _TITLE, _DESCRIPTION, _STATUS, _OLD_STATUS, _PRIORITY, _CATEGORY, _OWNER,
 * _OPENED_AT, _UPDATED_AT, _CLOSED_AT}. A reader sees the words for status and priority and the owner's name; the raw values are the
 * keys and the owner's id. What the ticket does not have is an unknown field. Immutable.
 */
public final class TicketFields {
    /** How the names of a ticket's own fields begin, and no others. */
    public static final String PREFIX = "TICKET_";

    private final StatusBook statuses;
    private final Labels labels;
    private final Map<Priority, String> ownPriorities = new EnumMap<>(Priority.class);

    /**
     * The fields in one language.
     *
     * @param statuses the tenant's statuses, in the reader's language
     * @param priorities the tenant's own words for priorities, as the store keeps them; may be empty
     * @param labels the words of the reader's language
     */
    public TicketFields(StatusBook statuses, List<PriorityEntry> priorities, Labels labels) {
        this.statuses = statuses;
        this.labels = labels;
        for (PriorityEntry entry : priorities) {
            if (entry.label() != null) {
                ownPriorities.put(entry.priority(), entry.label());
            }
        }
    }

    /** The fields of a ticket whose status has not just changed. */
    public FieldValues of(Ticket ticket) {
        return of(ticket, null);
    }

    /**
     * The fields of a ticket.
     *
     * @param oldStatus the status it had before the event, or null when the event did not change it
     */
    public FieldValues of(Ticket ticket, @Nullable Status oldStatus) {
        Map<String, FieldValue> fields = new HashMap<>();
        put(fields, OwnField.REFERENCE, reference(ticket.reference()));
        put(fields, OwnField.TITLE, FieldValue.text(ticket.title()));
        put(fields, OwnField.DESCRIPTION, text(ticket.description()));
        put(fields, OwnField.STATUS, status(ticket.status()));
        put(fields, OwnField.OLD_STATUS, status(oldStatus));
        put(fields, OwnField.PRIORITY, priority(ticket.priority()));
        put(fields, OwnField.CATEGORY, category(ticket.category()));
        put(fields, OwnField.OWNER, owner(ticket.owner()));
        put(fields, OwnField.OPENED_AT, instant(ticket.openedAt()));
        put(fields, OwnField.UPDATED_AT, instant(ticket.updatedAt()));
        put(fields, OwnField.CLOSED_AT, instant(ticket.closedAt()));
        return FieldValues.ofTicket(fields);
    }

    private static void put(Map<String, FieldValue> fields, OwnField field, @Nullable FieldValue value) {
        if (value != null) {
            fields.put(field.fieldName(), value);
        }
    }

    private @Nullable FieldValue status(@Nullable Status status) {
        if (status == null) {
            return null;
        }
        // A custom status that was removed since has no word of its own any more.
        String word = statuses.find(status.key()).map(statuses::label).orElseGet(() -> labels.status(status));
        return FieldValue.keyed(status.key(), word);
    }

    private FieldValue priority(Priority priority) {
        String own = ownPriorities.get(priority);
        return FieldValue.keyed(priority.name(), own != null ? own : labels.priority(priority));
    }

    private static @Nullable FieldValue reference(Reference reference) {
        return reference.equals(Reference.PENDING) ? null : FieldValue.text(reference.value());
    }

    private static @Nullable FieldValue category(@Nullable Category category) {
        return category == null ? null : FieldValue.text(category.name());
    }

    private static @Nullable FieldValue owner(@Nullable Party owner) {
        return owner == null ? null : FieldValue.keyed(owner.id(), owner.label());
    }

    private static @Nullable FieldValue text(@Nullable String text) {
        return text == null ? null : FieldValue.text(text);
    }

    private static @Nullable FieldValue instant(@Nullable Instant instant) {
        return instant == null ? null : FieldValue.dateTime(instant);
    }
}
