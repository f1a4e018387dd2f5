package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A ticket with a text of its own, found nowhere else, in every place where a text about its contact can be. For tests of erasure: after
 * it none of {@link #markers()} may be anywhere.
 */
public final class ErasableTicket {
    private final TicketFixtures make;
    private final TicketStorage store;
    private final List<String> markers = new ArrayList<>();
    private final List<TicketChange> changes = new ArrayList<>();
    private Ticket ticket;

    private ErasableTicket(TicketStorage store, TicketFixtures make) {
        this.store = store;
        this.make = make;
        Contact contact = new Contact(
                marker("id"), marker("name"), marker("phone"), marker("email") + "@x.test", marker("language"));
        ticket = make.ticket()
                .reference(new Reference(marker("reference")))
                .title(marker("title"))
                .description(marker("description"))
                .contact(contact)
                .externalId(marker("external"))
                .attributes(Map.of(marker("name"), marker("value")))
                .build();
        commit(make.opening(ticket, stamp()));
    }

    /** Stores one with a history: changes of every field, notes, causes, keys, and the contact as actor. */
    public static ErasableTicket in(TicketStorage store, TicketFixtures make) {
        ErasableTicket erasable = new ErasableTicket(store, make);
        erasable.liveOn();
        return erasable;
    }

    /** The ticket as it is. */
    public Ticket ticket() {
        return ticket;
    }

    /** What nobody may find once it is erased. */
    public List<String> markers() {
        return List.copyOf(markers);
    }

    /** What was stored, in order. */
    public List<TicketChange> changes() {
        return List.copyOf(changes);
    }

    /** A new text that must be gone after the erasure. */
    public String marker(String place) {
        String marker = "Mark" + place + UUID.randomUUID().toString().replace("-", "");
        markers.add(marker);
        return marker;
    }

    private void liveOn() {
        commit(make.change(ticket, edit -> edit.title(marker("later"))
                .description(marker("later"))
                .owner(new dev.ticketkit.spi.model.Party("op-2", "Oscar"))
                .category(make.category("Lasting"))
                .priority(dev.ticketkit.spi.model.Priority.URGENT)
                .attributes(Map.of(marker("other"), marker("other")))));
        commit(make.note(ticket, NoteVisibility.INTERNAL, marker("internal")));
        commit(byContact(make.note(ticket, NoteVisibility.PUBLIC, marker("public"))));
        commit(contactChanged());
        commit(make.nothingChanged(ticket, stamp()));
        commit(make.change(ticket, edit -> edit.title(marker("last")), stamp()));
    }

    private TicketChange byContact(TicketChange change) {
        TicketEvent event = change.event().toBuilder()
                .actor(Actor.contact(ticket.contact().id(), marker("actor")))
                .cause(new Cause(null, marker("cause"), 1))
                .build();
        return TicketChange.of(ticket, change.after(), event, null);
    }

    private TicketChange contactChanged() {
        TicketChange change =
                make.change(ticket, edit -> edit.contact(ticket.contact().withPhone(marker("newphone"))));
        TicketEvent event = change.event().toBuilder()
                .kind(EventKind.CHANGED)
                .changes(List.of(FieldChange.of(
                        TicketField.CONTACT_PHONE,
                        ticket.contact().phone(),
                        change.after().contact().phone())))
                .build();
        return TicketChange.of(ticket, change.after(), event, null);
    }

    private IdempotencyStamp stamp() {
        return TicketFixtures.stamp(marker("key"), "body");
    }

    private void commit(TicketChange change) {
        CommitOutcome outcome = store.tickets().commit(change);
        if (!(outcome instanceof CommitOutcome.Committed)) {
            throw new AssertionError("not stored: " + outcome);
        }
        changes.add(change);
        ticket = store.tickets().find(make.tenant(), ticket.id()).orElseThrow();
    }
}
