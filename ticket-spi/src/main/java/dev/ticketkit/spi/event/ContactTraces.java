package dev.ticketkit.spi.event;

import dev.ticketkit.spi.internal.Required;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contact left on a ticket that is another's now, found by going through its history: snapshots of the contact, its id and label
 * as an actor, and the texts it wrote itself. What others wrote stays theirs, also where they wrote about the contact. Immutable.
 */
public final class ContactTraces {
    private final String contactId;
    private final List<Trace> traces = new ArrayList<>();
    private final Map<String, Boolean> written = new HashMap<>();
    private @Nullable String owner;
    private boolean openedIt;

    /**
     * An event that an erasure touches.
     *
     * @param event as the erasure leaves it
     * @param own whether the contact did it or the ticket was the contact's then. If so, the key of its command, the causes of its
     *     deliveries and the details of its executions may name the contact too
     */
    public record Trace(TicketEvent event, boolean own) {}

    private ContactTraces(String contactId, @Nullable String firstContact) {
        this.contactId = contactId;
        this.owner = firstContact;
    }

    /**
     * Goes through a history.
     *
     * @param contactId whose traces
     * @param ticket the ticket as it is now
     * @param history all its events in order of version; hidden ones, if any, behind the event of the same version
     * @param nobody the id that stands in place of the contact's
     */
    public static ContactTraces of(String contactId, Ticket ticket, List<TicketEvent> history, String nobody) {
        Required.argument(contactId, "contactId");
        Required.argument(ticket, "ticket");
        Required.all(history, "history");
        Actor instead = Actor.contact(Required.argument(nobody, "nobody"), nobody);
        ContactTraces found = new ContactTraces(contactId, firstContact(ticket, history));
        history.forEach(event -> found.follow(event, instead));
        return found;
    }

    /** The events to keep in another form or to forget the surroundings of, in order of version. */
    public List<Trace> traces() {
        return List.copyOf(traces);
    }

    /** The events that the contact did or that happened while the ticket was the contact's. */
    public List<UUID> ownEvents() {
        return traces.stream()
                .filter(Trace::own)
                .map(trace -> trace.event().id())
                .toList();
    }

    /**
     * The ticket without the title, the description and the attributes that the contact wrote and nobody has changed since.
     *
     * @param title what stands in place of such a title
     */
    public Ticket without(Ticket ticket, String title) {
        Map<String, String> attributes = new TreeMap<>(ticket.attributes());
        attributes.keySet().removeIf(name -> isWritten(TicketField.ATTRIBUTE.name() + ":" + name));
        return ticket.toBuilder()
                .title(isWritten(TicketField.TITLE.name()) ? title : ticket.title())
                .description(isWritten(TicketField.DESCRIPTION.name()) ? null : ticket.description())
                .attributes(attributes)
                .build();
    }

    private static @Nullable String firstContact(Ticket ticket, List<TicketEvent> history) {
        for (TicketEvent event : history) {
            for (FieldChange change : event.changes()) {
                if (change.field() == TicketField.CONTACT_ID) {
                    return change.from();
                }
            }
        }
        return ticket.contact().id();
    }

    private void follow(TicketEvent event, Actor nobody) {
        boolean did =
                event.actor().kind() == ActorKind.CONTACT && event.actor().id().equals(contactId);
        openedIt |= did && event.kind() == EventKind.OPENED;
        boolean hadIt = isOwner();
        passOn(event);
        boolean own = did || hadIt || isOwner();
        List<FieldChange> changes = new ArrayList<>();
        for (FieldChange change : event.changes()) {
            changes.add(without(change, did, hadIt, own));
        }
        if (own || !changes.equals(event.changes())) {
            traces.add(new Trace(
                    event.toBuilder()
                            .actor(did ? nobody : event.actor())
                            .cause(own ? withoutSource(event) : event.cause())
                            .changes(changes)
                            .note(note(event, did, own))
                            .build(),
                    own));
        }
    }

    private void passOn(TicketEvent event) {
        for (FieldChange change : event.changes()) {
            owner = change.field() == TicketField.CONTACT_ID ? change.to() : owner;
        }
    }

    private boolean isOwner() {
        return contactId.equals(owner);
    }

    private FieldChange without(FieldChange change, boolean did, boolean hadIt, boolean own) {
        return switch (change.field()) {
            case STATUS, PRIORITY, CATEGORY, OWNER, OWNER_LABEL -> change;
            case UNKNOWN -> own ? change.erased() : change;
            case CONTACT_ID, CONTACT_NAME, CONTACT_PHONE, CONTACT_EMAIL, CONTACT_LANGUAGE ->
                FieldChange.of(change.field(), hadIt ? null : change.from(), isOwner() ? null : change.to());
            case TITLE, DESCRIPTION -> {
                boolean wrote = wroteBefore(change, did);
                yield FieldChange.of(change.field(), wrote ? null : change.from(), did ? null : change.to());
            }
            case ATTRIBUTE -> {
                boolean wrote = wroteBefore(change, did);
                String name = wrote || did ? "" : change.attribute();
                yield new FieldChange(
                        TicketField.ATTRIBUTE, name, wrote ? null : change.from(), did ? null : change.to());
            }
        };
    }

    /** Whether the value before a change is the contact's; the value after it is, when the contact made the change. */
    private boolean wroteBefore(FieldChange change, boolean did) {
        boolean wrote = isWritten(change.key());
        written.put(change.key(), did);
        return wrote;
    }

    private boolean isWritten(String key) {
        return written.getOrDefault(key, openedIt);
    }

    private static @Nullable Cause withoutSource(TicketEvent event) {
        Cause cause = event.cause();
        return cause == null || event.actor().kind() == ActorKind.AUTOMATION
                ? cause
                : new Cause(cause.eventId(), Cause.ERASED, cause.depth());
    }

    /** The contact's own notes, and what a machine noted of a rule that dealt with the contact. */
    private static @Nullable Note note(TicketEvent event, boolean did, boolean own) {
        Note note = event.note();
        boolean goes = did || (own && event.kind() == EventKind.AUTOMATION_STOPPED);
        return note == null || !goes ? note : new Note(note.visibility(), "");
    }
}
