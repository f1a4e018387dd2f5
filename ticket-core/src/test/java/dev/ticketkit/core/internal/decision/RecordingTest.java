package dev.ticketkit.core.internal.decision;

import static dev.ticketkit.core.Tickets.NINE;
import static dev.ticketkit.core.Tickets.at;
import static dev.ticketkit.core.Tickets.category;
import static dev.ticketkit.core.Tickets.namedAt;
import static dev.ticketkit.core.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final UUID EVENT = UUID.fromString("0190a000-0000-7000-8000-000000000009");
    private static final IdempotencyStamp STAMP = new IdempotencyStamp("change:k", new byte[32]);

    private static Recording recording(Ticket before, CommandContext moment, @Nullable IdempotencyStamp stamp) {
        return new Recording(moment, before, EVENT, stamp);
    }

    private static Ticket inStatus(Ticket ticket, Status status, Instant at) {
        return TicketEdit.inStatus(ticket, status, at(at));
    }

    @Test
    @Tag("R18")
    void recordsOnlyWhatReallyChanges() {
        Ticket before = open().attributes(Map.of("colour", "red", "size", "L")).build();
        ChangeTicket command = ChangeTicket.builder()
                .title("Broken lamp")
                .description("It flickers")
                .attributes(Map.of("colour", "blue", "size", "L"))
                .build();

        Ticket after = TicketEdit.apply(before, command, null, null, at(TEN));
        TicketChange change = recording(before, at(TEN), null).edited(after).orElseThrow();

        assertThat(change.event().changes())
                .containsExactly(
                        FieldChange.of(TicketField.DESCRIPTION, null, "It flickers"),
                        FieldChange.ofAttribute("colour", "red", "blue"));
        assertThat(change.event().kind()).isEqualTo(EventKind.CHANGED);
        assertThat(change.after().version()).isEqualTo(2);
        assertThat(change.after().updatedAt()).isEqualTo(TEN);
    }

    @Test
    @Tag("R18")
    void changeThatChangesNothingIsNoEvent() {
        Ticket before = open().build();

        assertThat(recording(before, at(TEN), null).edited(before)).isEmpty();
    }

    @Test
    @Tag("B3")
    void keyedChangeThatChangesNothingKeepsTheReceiptOfItsKey() {
        Ticket before = open().build();

        TicketChange change = recording(before, at(TEN), STAMP).edited(before).orElseThrow();

        assertThat(change.isReceiptOnly()).isTrue();
        assertThat(change.idempotency()).isEqualTo(STAMP);
    }

    @Test
    @Tag("R10")
    void enteringTerminatedSetsClosedAtAndMovingWithinKeepsIt() {
        Ticket resolved = inStatus(open().build(), Status.RESOLVED, TEN);
        Ticket closed = inStatus(resolved, Status.CLOSED, TEN.plusSeconds(60));

        assertThat(resolved.closedAt()).isEqualTo(TEN);
        assertThat(closed.closedAt()).isEqualTo(TEN);
        assertThat(closed.reopenings()).isZero();
    }

    @Test
    @Tag("R10")
    void reopeningClearsClosedAtAndCounts() {
        Ticket resolved = inStatus(open().build(), Status.RESOLVED, TEN);
        Ticket reopened = inStatus(resolved, Status.WAITING, TEN.plusSeconds(60));
        Ticket again = inStatus(reopened, Status.CLOSED, TEN.plusSeconds(120));

        assertThat(reopened.closedAt()).isNull();
        assertThat(reopened.reopenings()).isEqualTo(1);
        assertThat(again.closedAt()).isEqualTo(TEN.plusSeconds(120));
        assertThat(again.reopenings()).isEqualTo(1);
    }

    @Test
    @Tag("F27")
    void clockOfASlowNodeDoesNotSetTimeBack() {
        Ticket before = open().updatedAt(TEN).build();

        TicketChange change = recording(before, at(NINE), null)
                .noted(new Note(NoteVisibility.INTERNAL, "late"))
                .orElseThrow();

        assertThat(change.event().at()).isEqualTo(TEN);
        assertThat(change.after().updatedAt()).isEqualTo(TEN);
        assertThat(inStatus(before, Status.CLOSED, NINE).closedAt()).isEqualTo(TEN);
    }

    @Test
    @Tag("R34")
    void theFirstPublicNoteOfAnOperatorAnswers() {
        Ticket ticket = open().build();
        ticket = noted(ticket, Actor.contact("c-1", "Carla"), TEN, NoteVisibility.PUBLIC);
        ticket = noted(ticket, Actor.operator("olga"), TEN.plusSeconds(1), NoteVisibility.INTERNAL);
        ticket = noted(ticket, Actor.host("shop"), TEN.plusSeconds(2), NoteVisibility.PUBLIC);
        assertThat(ticket.answeredAt()).isNull();

        ticket = noted(ticket, Actor.operator("olga"), TEN.plusSeconds(3), NoteVisibility.PUBLIC);
        ticket = noted(ticket, Actor.operator("olga"), TEN.plusSeconds(4), NoteVisibility.PUBLIC);
        assertThat(ticket.answeredAt()).isEqualTo(TEN.plusSeconds(3));

        Ticket closed = recording(ticket, at(TEN.plusSeconds(5)), null)
                .edited(inStatus(ticket, Status.CLOSED, TEN.plusSeconds(5)))
                .orElseThrow()
                .after();
        assertThat(closed.answeredAt()).isEqualTo(TEN.plusSeconds(3));
        assertThat(closed.answeringTime())
                .isEqualTo(Duration.between(ticket.openedAt(), TEN).plusSeconds(3));
    }

    private static Ticket noted(Ticket before, Actor actor, Instant at, NoteVisibility visibility) {
        CommandContext moment = new CommandContext(before.tenant(), actor, at, false, null);
        return recording(before, moment, null)
                .noted(new Note(visibility, "note"))
                .orElseThrow()
                .after();
    }

    @Test
    void instantNamedByTheCallerIsRefusedBeforeTheLastChange() {
        Recording late = recording(open().updatedAt(TEN).build(), namedAt(NINE), null);

        assertThatThrownBy(() -> late.noted(new Note(NoteVisibility.PUBLIC, "late")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("at:");
    }

    @Test
    @Tag("R18")
    void clearsWhatMayBeEmpty() {
        Ticket before = open().description("x")
                .category(category("Lamps"))
                .owner(new Party("olga", "Olga"))
                .attributes(Map.of("a", "1", "b", "2"))
                .build();
        ChangeTicket command = ChangeTicket.builder()
                .clear(Clearable.DESCRIPTION, Clearable.CATEGORY, Clearable.OWNER)
                .removeAttributes(Set.of("a", "unknown"))
                .build();

        Ticket after = TicketEdit.apply(before, command, null, null, at(TEN));

        assertThat(after.description()).isNull();
        assertThat(after.category()).isNull();
        assertThat(after.owner()).isNull();
        assertThat(after.attributes()).isEqualTo(Map.of("b", "2"));
    }

    @Test
    @Tag("R18")
    void refusesToSetAndEmptyTheSameField() {
        ChangeTicket command = ChangeTicket.builder()
                .owner(new Party("olga", "Olga"))
                .clear(Clearable.OWNER)
                .build();

        assertThatThrownBy(() -> TicketEdit.apply(open().build(), command, null, null, at(TEN)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("OWNER");
    }

    @Test
    @Tag("R20")
    void deletingTwiceRecordsOnce() {
        Ticket before = open().build();
        TicketChange deletion = recording(before, at(TEN), null).deletion(true).orElseThrow();

        assertThat(deletion.event().kind()).isEqualTo(EventKind.DELETED);
        assertThat(deletion.after().deletedAt()).isEqualTo(TEN);
        assertThat(recording(deletion.after(), at(TEN), null).deletion(true)).isEmpty();
        assertThat(recording(deletion.after(), at(TEN), null)
                        .deletion(false)
                        .orElseThrow()
                        .after()
                        .deletedAt())
                .isNull();
    }

    @Test
    @Tag("B2")
    void onlyFieldsBothTouchedAndLeftDifferentAreInConflict() {
        Ticket current = open().title("Theirs").description("Same").version(3).build();
        Ticket edited = current.toBuilder()
                .title("Mine")
                .description("Same")
                .owner(new Party("olga", "Olga"))
                .build();
        List<TicketEvent> since = List.of(
                event(FieldChange.of(TicketField.TITLE, "Old", "Theirs")),
                event(FieldChange.of(TicketField.DESCRIPTION, null, "Same")));

        assertThat(Merge.conflicts(current, edited, since)).containsExactly("TITLE");
        assertThat(Merge.conflicts(current, edited, List.of())).isEmpty();
    }

    private static TicketEvent event(FieldChange change) {
        return TicketEvent.builder()
                .id(EVENT)
                .tenant(open().build().tenant())
                .ticketId(open().build().id())
                .version(2)
                .kind(EventKind.CHANGED)
                .actor(at(TEN).actor())
                .at(TEN)
                .changes(List.of(change))
                .build();
    }
}
