package dev.ticketkit.core.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import dev.ticketkit.spi.query.TicketSort;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContactLimitsTest {
    private final ContactLimits contact = new ContactLimits(Actor.contact("c-1", "Ada"));
    private final ContactLimits operator = new ContactLimits(Actor.operator("olga"));

    static Stream<Arguments> settings() {
        return Stream.of(
                arguments("owner", OpenTicket.builder().owner(new Party("olga", "Olga"))),
                arguments("reference", OpenTicket.builder().reference("T-1")),
                arguments("externalId", OpenTicket.builder().externalId("7")),
                arguments("priority", OpenTicket.builder().priority(Priority.URGENT)),
                arguments("status", OpenTicket.builder().status("waiting")));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aContactDoesNotSayHowItsTicketIsWorkedOn(String field, OpenTicket.Builder command) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> contact.require(command.build()))
                .matches(refused -> refused.field().equals(field));
        assertThatCode(() -> operator.require(command.build())).doesNotThrowAnyException();
    }

    static Stream<TicketQueryBuilder> questions() {
        return Stream.of(
                TicketQuery.builder().owners("olga"),
                TicketQuery.builder().unassigned(true),
                TicketQuery.builder().sort(TicketSort.OWNER, SortDirection.ASCENDING),
                TicketQuery.builder().attributes(Map.of("colour", "red")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aContactDoesNotFindOutByAskingWhatItDoesNotSee(TicketQueryBuilder query) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> contact.require(query.build()));
        assertThatCode(() -> operator.require(query.build())).doesNotThrowAnyException();
    }

    @Test
    void aContactReadsNoReasonsAndFindsNoExternalIds() {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(contact::requireReasons);
        assertThatExceptionOfType(RefusedException.class).isThrownBy(contact::requireFindingByExternalId);
        assertThat(contact.shownDetail("owner is olga")).isNull();
        assertThat(operator.shownDetail("owner is olga")).isEqualTo("owner is olga");
    }

    @Test
    void aContactSeesItsTicketWithoutWhatIsTheDesks() {
        Ticket ticket = Tickets.open()
                .owner(new Party("olga", "Olga"))
                .externalId("7")
                .attributes(Map.of("colour", "red"))
                .build();
        Ticket seen = contact.shown(ticket);
        assertThat(seen.owner()).isNull();
        assertThat(seen.externalId()).isNull();
        assertThat(seen.attributes()).isEmpty();
        assertThat(operator.shown(ticket)).isSameAs(ticket);
    }

    @Test
    void aContactSeesOfTheHistoryWhatConcernsIt() {
        TicketEvent internal = event(EventKind.NOTED)
                .note(new Note(NoteVisibility.INTERNAL, "hm"))
                .build();
        TicketEvent answer = event(EventKind.NOTED)
                .note(new Note(NoteVisibility.PUBLIC, "done"))
                .build();
        TicketEvent owner = event(EventKind.CHANGED, FieldChange.of(TicketField.OWNER, null, "olga"))
                .build();
        FieldChange title = FieldChange.of(TicketField.TITLE, "a", "b");
        TicketEvent both = event(EventKind.CHANGED, title, FieldChange.of(TicketField.OWNER, null, "olga"))
                .build();
        TicketEvent unknown = event(EventKind.UNKNOWN).build();

        List<TicketEvent> seen = contact.shown(List.of(internal, answer, owner, both, unknown));
        assertThat(seen).hasSize(2).first().isEqualTo(answer);
        assertThat(seen.get(1).changes()).containsExactly(title);
        assertThat(operator.shown(List.of(internal, unknown))).hasSize(2);
    }

    private static TicketEvent.Builder event(EventKind kind, FieldChange... changes) {
        return TicketEvent.builder()
                .id(new UUID(1, 1))
                .tenant(Tickets.ACME)
                .ticketId(Tickets.open().build().id())
                .version(2)
                .kind(kind)
                .actor(Actor.operator("olga"))
                .at(Tickets.NINE)
                .changes(List.of(changes));
    }
}
