package dev.ticketkit.core.internal.delivery.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.fixture.Sessions;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.EventStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationTextTest {
    private static final Operator OLGA = new Operator("olga", "Olga", null, null);

    private final Ticket ticket = Tickets.open().build();
    private final NotificationText text =
            new NotificationText(Labels.english(), new ChangedValues(Tickets.ACME, Sessions.storage(), List.of(OLGA)));

    @Test
    void oneEventSaysWhoDidWhatToWhichTicket() {
        TicketEvent changed = event(2, EventKind.CHANGED, FieldChange.of(TicketField.OWNER, null, "olga"));
        assertThat(text.plain(List.of(changed), ticket))
                .contains("Otto", "T-000001", "Broken lamp", "Olga")
                .doesNotContain("{");
        assertThat(NotificationText.templateKey(List.of(changed))).isEqualTo("ticket.changed");
    }

    @Test
    void severalEventsAreOneText() {
        List<TicketEvent> both = List.of(
                event(2, EventKind.CHANGED, FieldChange.of(TicketField.TITLE, "Lamp", "Broken lamp")),
                event(3, EventKind.NOTED).toBuilder()
                        .note(new Note(NoteVisibility.INTERNAL, "It hums"))
                        .build());
        assertThat(text.plain(both, ticket)).contains("2", "Broken lamp", "It hums");
        assertThat(NotificationText.templateKey(both)).isEqualTo("ticket.several");
        assertThat(NotificationText.parameters(both, ticket)).containsExactly("T-000001", "Broken lamp", "Otto", "2");
    }

    @Test
    void whatDoesNotFitIsCountedInstead() {
        List<TicketEvent> many = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            many.add(event(i, EventKind.NOTED).toBuilder()
                    .note(new Note(NoteVisibility.PUBLIC, "x".repeat(4_500)))
                    .build());
        }
        assertThat(text.plain(many, ticket)).hasSizeLessThan(20_100).contains("6");
    }

    /** Text of a person is put in once, and not read again. */
    @Test
    void aPlaceInsideAValueStaysAsItIs() {
        Ticket odd = ticket.toBuilder().title("{actor} $1 \\").build();
        assertThat(text.plain(List.of(event(1, EventKind.OPENED)), odd)).contains("{actor} $1 \\");
    }

    @Test
    void aWindowHoldsWhatHappenedTogether() {
        TicketEvent first = event(1, EventKind.OPENED);
        TicketEvent soon = event(2, EventKind.CHANGED);
        TicketEvent late = event(400, EventKind.CHANGED);
        NotificationWindow window = NotificationWindow.from(first, Duration.ofMinutes(5), history(first, soon, late));
        assertThat(window.events()).containsExactly(first, soon);
        assertThat(window.left(first.at().plusSeconds(60))).isEqualTo(Duration.ofMinutes(4));
        assertThat(window.left(first.at().minusSeconds(60))).isEqualTo(Duration.ofMinutes(5));
        assertThat(window.left(first.at().plusSeconds(301))).isNegative();
    }

    @Test
    void aDeletionEndsAWindow() {
        TicketEvent first = event(1, EventKind.OPENED);
        TicketEvent deleted = event(2, EventKind.DELETED);
        TicketEvent restored = event(3, EventKind.RESTORED);
        assertThat(NotificationWindow.from(first, Duration.ofMinutes(5), history(first, deleted, restored))
                        .events())
                .containsExactly(first);
    }

    @Test
    void operatorsAreNotifiedOnceAndThoseWithoutAnIdAreNamed() {
        KnownOperators known = KnownOperators.of(Arrays.asList(
                OLGA, new Operator("olga", "Again", null, null), null, new Operator(" ", "?", null, null)));
        assertThat(known.known()).containsExactly(OLGA);
        assertThat(known.unnamed()).containsExactly("entry 3", "entry 4");
    }

    private static EventStore history(TicketEvent... events) {
        EventStore store = mock(EventStore.class);
        when(store.history(any(), any(), anyLong(), anyInt())).thenAnswer(call -> {
            long after = call.getArgument(2);
            return Arrays.stream(events).filter(each -> each.version() > after).toList();
        });
        return store;
    }

    private static TicketEvent event(long version, EventKind kind, FieldChange... changes) {
        return TicketEvent.builder()
                .id(new UUID(1, version))
                .tenant(Tickets.ACME)
                .ticketId(Tickets.open().build().id())
                .version(version)
                .kind(kind)
                .actor(Actor.operator("otto", "Otto"))
                .at(Tickets.NINE.plusSeconds(version))
                .changes(List.of(changes))
                .build();
    }
}
