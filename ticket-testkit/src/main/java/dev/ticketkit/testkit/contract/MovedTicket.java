package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that went from one contact to another, with a text of its own, found nowhere else, in every place where the first one can have
 * left something, and in those that are the second one's or an operator's. For tests of erasure.
 */
public final class MovedTicket {
    private static final Actor OPERATOR = Actor.operator("op-1", "Olga Operator");

    private final TicketFixtures make;
    private final TicketStorage store;
    private final List<String> markers = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<TicketEvent> events = new ArrayList<>();
    private final Contact former = contact(markers);
    private final Contact present = contact(kept);
    private Ticket ticket;

    private MovedTicket(TicketStorage store, TicketFixtures make) {
        this.store = store;
        this.make = make;
        ticket = make.ticket()
                .title(marker("title"))
                .description(marker("description"))
                .contact(former)
                .attributes(Map.of(marker("attribute"), marker("value")))
                .build();
    }

    /** Stores one with a history. */
    public static MovedTicket in(TicketStorage store, TicketFixtures make) {
        MovedTicket moved = new MovedTicket(store, make);
        moved.open();
        moved.liveWithFormer();
        moved.liveWithPresent();
        return moved;
    }

    /** The ticket as it is. */
    public Ticket ticket() {
        return ticket;
    }

    /** Whose it was. */
    public Contact former() {
        return former;
    }

    /** Whose it is. */
    public Contact present() {
        return present;
    }

    /** What nobody may find once the former contact is erased. */
    public List<String> markers() {
        return List.copyOf(markers);
    }

    /** What must still be there then. */
    public List<String> kept() {
        return List.copyOf(kept);
    }

    /** What happened, in order of version; the third event is the one that gave the ticket to its present contact. */
    public List<TicketEvent> events() {
        return List.copyOf(events);
    }

    /** A new text of the former contact's. */
    public String marker(String place) {
        return marker(markers, place);
    }

    /** A new text of somebody else's. */
    public String keep(String place) {
        return marker(kept, place);
    }

    /** The erasure of the former contact as the desk decides it. */
    public TicketChange erasure() {
        Ticket after = ticket.toBuilder()
                .version(ticket.version() + 1)
                .title("Erased")
                .description(null)
                .attributes(Map.of())
                .build();
        TicketEvent event = make.event(after, EventKind.ERASED).build();
        return TicketChange.of(ticket, after, event, null).erasingTracesOf(former.id());
    }

    private void open() {
        TicketEvent event = make.event(ticket, EventKind.OPENED)
                .actor(himself())
                .cause(new Cause(null, marker("cause"), 1))
                .build();
        commit(TicketChange.opening(ticket, event, null, TicketFixtures.stamp(marker("key"), "body")));
    }

    private void liveWithFormer() {
        commit(by(himself(), edit -> edit, List.of(), new Note(NoteVisibility.PUBLIC, marker("note"))));
        Contact renamed = new Contact(former.id(), marker("renamed"), former.phone(), marker("new") + "@x.test", null);
        commit(by(OPERATOR, edit -> edit.contact(renamed), contactChanges(former, renamed), null));
        commit(make.nothingChanged(ticket, TicketFixtures.stamp(marker("hidden"), "body")));
        commit(by(OPERATOR, edit -> edit, List.of(), new Note(NoteVisibility.INTERNAL, keep("operator"))));
        commit(by(OPERATOR, edit -> edit.contact(present), contactChanges(renamed, present), null));
    }

    private void liveWithPresent() {
        Actor other = Actor.contact(present.id(), keep("actor"));
        commit(by(other, edit -> edit, List.of(), new Note(NoteVisibility.PUBLIC, keep("note"))));
        commit(by(himself(), edit -> edit, List.of(), new Note(NoteVisibility.PUBLIC, marker("late"))));
        TicketEvent caused = make.note(ticket, NoteVisibility.INTERNAL, keep("internal")).event().toBuilder()
                .cause(new Cause(null, keep("cause"), 1))
                .build();
        commit(by(OPERATOR, edit -> edit, List.of(), Objects.requireNonNull(caused.note()), caused.cause()));
    }

    private Actor himself() {
        return Actor.contact(former.id(), marker("label"));
    }

    private TicketChange by(
            Actor actor, UnaryOperator<TicketBuilder> edit, List<FieldChange> changes, @Nullable Note note) {
        return by(actor, edit, changes, note, null);
    }

    private TicketChange by(
            Actor actor,
            UnaryOperator<TicketBuilder> edit,
            List<FieldChange> changes,
            @Nullable Note note,
            @Nullable Cause cause) {
        TicketChange change = make.change(ticket, edit);
        TicketEvent event = change.event().toBuilder()
                .kind(note == null ? EventKind.CHANGED : EventKind.NOTED)
                .actor(actor)
                .changes(changes)
                .note(note)
                .cause(cause)
                .build();
        return TicketFixtures.noted(ticket, change.after(), event);
    }

    private static List<FieldChange> contactChanges(Contact from, Contact to) {
        return Stream.of(
                        FieldChange.of(TicketField.CONTACT_ID, from.id(), to.id()),
                        FieldChange.of(TicketField.CONTACT_NAME, from.name(), to.name()),
                        FieldChange.of(TicketField.CONTACT_PHONE, from.phone(), to.phone()),
                        FieldChange.of(TicketField.CONTACT_EMAIL, from.email(), to.email()),
                        FieldChange.of(TicketField.CONTACT_LANGUAGE, from.language(), to.language()))
                .filter(change -> !Objects.equals(change.from(), change.to()))
                .toList();
    }

    private static Contact contact(List<String> list) {
        return new Contact(
                marker(list, "id"),
                marker(list, "name"),
                marker(list, "phone"),
                marker(list, "email") + "@x.test",
                marker(list, "language"));
    }

    private static String marker(List<String> list, String place) {
        String marker = "Mark" + place + UUID.randomUUID().toString().replace("-", "");
        list.add(marker);
        return marker;
    }

    private void commit(TicketChange change) {
        CommitOutcome outcome = store.tickets().commit(change);
        if (!(outcome instanceof CommitOutcome.Committed)) {
            throw new AssertionError("not stored: " + outcome);
        }
        if (!change.isReceiptOnly()) {
            events.add(change.event());
        }
        ticket = store.tickets().find(make.tenant(), ticket.id()).orElseThrow();
    }
}
