package dev.ticketkit.core.internal.decision;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns an edited ticket into the one write that records it: the next version, the event, the receipt of the key. Nothing changed and
 * no key: nothing to write.
 */
public final class Recording {
    private final CommandContext moment;
    private final Ticket before;
    private final UUID eventId;
    private final @Nullable IdempotencyStamp stamp;

    /**
     * A recording of what happens to one ticket.
     *
     * @param before the ticket as it is
     * @param eventId the id the event will have
     * @param stamp the caller's key, or null
     */
    public Recording(CommandContext moment, Ticket before, UUID eventId, @Nullable IdempotencyStamp stamp) {
        this.moment = moment;
        this.before = before;
        this.eventId = eventId;
        this.stamp = stamp;
    }

    /** Fields changed. */
    public Optional<TicketChange> edited(Ticket after) {
        List<FieldChange> changes = TicketDiff.between(before, after);
        return changes.isEmpty() ? nothing() : write(after, EventKind.CHANGED, changes, null);
    }

    /** A note was added. */
    public Optional<TicketChange> noted(Note note) {
        return write(before, EventKind.NOTED, List.of(), note);
    }

    /** An automation could not go on; deleted tickets say so too. */
    public Optional<TicketChange> stopped(String text) {
        return write(before, EventKind.AUTOMATION_STOPPED, List.of(), new Note(NoteVisibility.INTERNAL, text));
    }

    /** The ticket was deleted or came back; nothing if it is so already. */
    public Optional<TicketChange> deletion(boolean deleted) {
        if (deleted == (before.deletedAt() != null)) {
            return nothing();
        }
        Instant at = moment.notBefore(before.updatedAt());
        Ticket after = TicketEdit.deleted(before, deleted ? at : null);
        return write(after, deleted ? EventKind.DELETED : EventKind.RESTORED, List.of(), null);
    }

    /** What the ticket says of a person was erased; see {@link TicketEdit#erased}. */
    public TicketChange erased(String title, Contact contact, Reference reference) {
        Instant at = moment.notBefore(before.updatedAt());
        Ticket after = TicketEdit.erased(before, title, contact, reference, at);
        return record(after, EventKind.ERASED, List.of(), null);
    }

    /**
     * What a former contact left on a ticket that is another's was erased. The ticket only gets another version when it loses a text.
     *
     * @param after the ticket without the texts the contact wrote
     * @param contactId whose traces
     */
    public TicketChange erasedTraces(Ticket after, String contactId) {
        TicketChange change = after.equals(before)
                ? TicketChange.of(before, before, hidden(EventKind.ERASED), null)
                : record(after, EventKind.ERASED, List.of(), null);
        return change.erasingTracesOf(contactId);
    }

    private Optional<TicketChange> nothing() {
        if (stamp == null) {
            return Optional.empty();
        }
        return Optional.of(TicketChange.of(before, before, hidden(EventKind.CHANGED), stamp));
    }

    private TicketEvent hidden(EventKind kind) {
        return event(kind, before.version(), before.updatedAt()).build();
    }

    private Optional<TicketChange> write(Ticket after, EventKind kind, List<FieldChange> changes, @Nullable Note note) {
        return Optional.of(record(after, kind, changes, note));
    }

    private TicketChange record(Ticket after, EventKind kind, List<FieldChange> changes, @Nullable Note note) {
        long version = before.version() + 1;
        Instant at = moment.notBefore(before.updatedAt());
        TicketEvent event = event(kind, version, at).changes(changes).note(note).build();
        Ticket recorded = after.toBuilder()
                .version(version)
                .updatedAt(at)
                .answeredAt(answeredAt(event))
                .build();
        return TicketChange.of(before, recorded, event, stamp);
    }

    private @Nullable Instant answeredAt(TicketEvent event) {
        Instant answered = before.answeredAt();
        boolean first = event.isAnswer() && (answered == null || event.at().isBefore(answered));
        return first ? event.at() : answered;
    }

    private TicketEvent.Builder event(EventKind kind, long version, Instant at) {
        return TicketEvent.builder()
                .id(eventId)
                .tenant(before.tenant())
                .ticketId(before.id())
                .version(version)
                .kind(kind)
                .actor(moment.actor())
                .at(at)
                .cause(moment.cause());
    }
}
