package dev.ticketkit.testkit.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is committed is found again as it was, with its history. */
public abstract class TicketCommitContract extends StorageContract {
    /** For subclasses. */
    protected TicketCommitContract() {}

    @Test
    void findsNothingThatWasNeverStored() {
        assertThat(storage().tickets().find(make.tenant(), new TicketId(UUID.randomUUID())))
                .isEmpty();
        assertThat(storage().tickets().findByReference(make.tenant(), new Reference("REF-1")))
                .isEmpty();
        assertThat(storage().tickets().findByExternalId(make.tenant(), "order-1"))
                .isEmpty();
        assertThat(history(new TicketId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void findsTicketWithoutOptionalFieldsAsItWasOpened() {
        Ticket ticket = make.ticket().build();
        Receipt receipt = committed(make.opening(ticket));

        assertThat(stored(ticket.id())).isEqualTo(ticket);
        assertThat(receipt.ticketId()).isEqualTo(ticket.id());
        assertThat(receipt.reference()).isEqualTo(ticket.reference());
        assertThat(receipt.version()).isEqualTo(1);
    }

    @Test
    void findsEveryFieldAsItWasOpened() {
        Ticket ticket = fullTicket().build();
        committed(make.opening(ticket));

        assertThat(stored(ticket.id())).isEqualTo(ticket);
        assertThat(storage().tickets().findByReference(make.tenant(), ticket.reference()))
                .contains(ticket);
        assertThat(storage().tickets().findByExternalId(make.tenant(), "order-123"))
                .contains(ticket);
        assertHolds(ticket);
    }

    @Test
    @Tag("R2")
    void keepsEveryPriority() {
        for (Priority priority : Priority.values()) {
            assertThat(opened(make.ticket().priority(priority)).priority()).isEqualTo(priority);
        }
    }

    @Test
    @Tag("R4")
    void keepsEveryPredefinedStatus() {
        for (Status status : Status.predefined()) {
            assertThat(opened(make.ticket().status(status)).status()).isEqualTo(status);
        }
    }

    @Test
    @Tag("R8")
    void keepsEveryOrigin() {
        for (Origin origin : Origin.values()) {
            assertThat(opened(make.ticket().origin(origin)).origin()).isEqualTo(origin);
        }
    }

    @Test
    @Tag("F42")
    void keepsInstantsToTheMicrosecond() {
        for (String text : List.of(
                "1900-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00.000001Z",
                "2026-03-29T01:30:00.000001Z",
                "2026-10-25T00:59:59.999999Z",
                "2038-01-19T03:14:08.5Z",
                "9999-12-31T23:59:59.999999Z")) {
            Instant instant = Instant.parse(text);
            Ticket ticket = make.ticket()
                    .openedAt(instant)
                    .updatedAt(instant)
                    .closedAt(instant)
                    .build();
            committed(make.opening(ticket));
            assertThat(stored(ticket.id())).isEqualTo(ticket);
            assertThat(history(ticket.id())).extracting(TicketEvent::at).containsExactly(instant);
        }
    }

    @Test
    @Tag("R1")
    @Tag("F39")
    void keepsTextsOfGreatestLength() {
        Ticket ticket = make.ticket()
                .title("\uD83C\uDFAB".repeat(256))
                .description("\uD83D\uDE00".repeat(10_000))
                .reference(new Reference("\uD83C\uDFAB".repeat(256)))
                .externalId("\uD83C\uDFAB".repeat(128))
                .contact(Contact.of("\uD83D\uDE00".repeat(128), "\uD83D\uDE00".repeat(256)))
                .owner(new Party("\uD83D\uDE00".repeat(128), "\uD83D\uDE00".repeat(256)))
                .category(make.category("\uD83D\uDE00".repeat(100)))
                .build();
        committed(make.opening(ticket));

        assertThat(stored(ticket.id())).isEqualTo(ticket);
        assertThat(storage().tickets().findByReference(make.tenant(), ticket.reference()))
                .contains(ticket);
    }

    @Test
    @Tag("R8")
    void keepsThirtyTwoAttributes() {
        Map<String, String> attributes = IntStream.range(0, 32)
                .boxed()
                .collect(Collectors.toMap(n -> "attribute " + n + " \uD83C\uDFAB", n -> "\u00E9\"',{}\\ ".repeat(n)));
        Ticket ticket = opened(make.ticket().attributes(attributes));

        assertThat(ticket.attributes()).isEqualTo(attributes);
        Ticket fewer = changed(ticket, edit -> edit.attributes(Map.of("attribute 1", "other")));
        assertThat(fewer.attributes()).isEqualTo(Map.of("attribute 1", "other"));
        assertThat(changed(fewer, edit -> edit.attributes(Map.of())).attributes())
                .isEmpty();
    }

    @Test
    @Tag("R18")
    void keepsEveryFieldAfterChange() {
        Ticket before = opened(make.ticket());
        TicketChange change = make.change(before, edit -> edit.title("Other title")
                .description("Now described")
                .status(Status.RESOLVED)
                .priority(Priority.URGENT)
                .category(make.category("Logistics"))
                .contact(new Contact("contact-2", null, "+390612345678", "c@example.org", "it"))
                .owner(new Party("op-2", "Otto"))
                .attributes(Map.of("colour", "blue"))
                .answeredAt(before.openedAt().plusSeconds(30))
                .closedAt(before.openedAt().plusSeconds(60))
                .reopenings(2));
        Receipt receipt = committed(change);

        assertThat(stored(before.id())).isEqualTo(change.after());
        assertThat(receipt)
                .isEqualTo(new Receipt(
                        before.id(), before.reference(), 2, change.event().id()));
        assertHolds(change.after());
    }

    @Test
    @Tag("R18")
    void emptiesEveryOptionalFieldByChange() {
        Ticket before = opened(fullTicket());
        TicketChange change = make.change(before, edit -> edit.description(null)
                .category(null)
                .contact(Contact.of("contact-1", null))
                .owner(null)
                .attributes(Map.of())
                .closedAt(null)
                .status(Status.OPEN));
        committed(change);

        assertThat(stored(before.id())).isEqualTo(change.after());
    }

    @Test
    void keepsCustomStatus() {
        Status custom = new Status("bug-verified", MacroStatus.TERMINATED, 12);
        assertThat(opened(make.ticket().status(custom)).status()).isEqualTo(custom);
    }

    @Test
    @Tag("R21")
    void keepsHistoryInOrderOfVersion() {
        TicketChange opening = make.opening(make.ticket().build());
        committed(opening);
        TicketChange change = make.change(
                opening.after(),
                edit -> edit.title("Other").priority(Priority.HIGH).attributes(Map.of("colour", "blue")));
        committed(change);
        TicketChange note = make.note(change.after(), NoteVisibility.INTERNAL, "Called back");
        committed(note);

        assertThat(history(opening.after().id())).containsExactly(opening.event(), change.event(), note.event());
    }

    @Test
    @Tag("R19")
    void keepsNotesOfBothVisibilitiesAndMovesVersionAndTime() {
        Ticket ticket = opened(fullTicket());
        TicketChange internal = make.note(ticket, NoteVisibility.INTERNAL, "x".repeat(10_000));
        committed(internal);
        TicketChange open = make.note(internal.after(), NoteVisibility.PUBLIC, "Line 1\n\tLine 2\r\n\uD83D\uDE00");
        committed(open);

        assertThat(stored(ticket.id())).isEqualTo(open.after());
        assertThat(history(ticket.id()))
                .extracting(TicketEvent::note)
                .containsExactly(null, internal.event().note(), open.event().note());
    }

    @Test
    @Tag("R21")
    void keepsEveryPartOfEvent() {
        Ticket before = opened(make.ticket());
        Ticket after = before;
        for (ActorKind kind : ActorKind.values()) {
            Ticket last = after;
            TicketChange change = make.change(last, edit -> edit.title("By " + kind));
            TicketEvent event = change.event().toBuilder()
                    .actor(new Actor(kind, "id-" + kind, "Label of " + kind))
                    .cause(new Cause(kind == ActorKind.HOST ? null : UUID.randomUUID(), "automation-7", 3))
                    .changes(List.of(
                            FieldChange.of(TicketField.TITLE, last.title(), "By " + kind),
                            FieldChange.of(TicketField.DESCRIPTION, null, ""),
                            FieldChange.ofAttribute("colour", "", null),
                            FieldChange.of(TicketField.CONTACT_LANGUAGE, "it", "en")))
                    .build();
            committed(TicketChange.of(last, change.after(), event, null));
            after = change.after();
            assertThat(history(before.id())).endsWith(event);
        }
        assertThat(history(before.id())).hasSize(1 + ActorKind.values().length);
    }

    @Test
    @Tag("R21")
    void givesHistoryInPieces() {
        Ticket ticket = opened(make.ticket());
        Ticket latest = ticket;
        for (int i = 0; i < 20; i++) {
            latest = changed(latest, edit -> edit.title("Again"));
        }

        assertThat(storage().events().history(make.tenant(), ticket.id(), 5, 7))
                .extracting(TicketEvent::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(6, 12).boxed().toList());
        assertThat(storage().events().history(make.tenant(), ticket.id(), 21, 7))
                .isEmpty();
        assertThat(history(ticket.id())).extracting(TicketEvent::kind).startsWith(EventKind.OPENED);
    }

    private TicketBuilder fullTicket() {
        return make.ticket()
                .description("Broken since Monday")
                .status(Status.CLOSED)
                .priority(Priority.HIGHEST)
                .category(make.category("Assistance"))
                .contact(new Contact("contact-9", "Chlo\u00E9", "+15551234567", "chloe@example.org", "fr-CA"))
                .owner(new Party("op-7", "Ottavia"))
                .origin(Origin.IMPORT)
                .externalId("order-123")
                .attributes(Map.of("colour", "blue", "size", ""))
                .closedAt(TicketFixtures.START.plusSeconds(99_999))
                .reopenings(3);
    }
}
