package dev.ticketkit.acceptance.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.ChangeTicket.Clearable;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("B2")
class MergeTest extends DeskFixture {
    MergeTest(Store store) {
        super(store);
    }

    private void assertConflict(Ticket ticket, ChangeTicket.Builder command, String... fields) {
        Ticket before = now(ticket);
        ConflictException conflict = catchThrowableOfType(ConflictException.class, () -> changed(ticket, command));

        assertThat(conflict).isNotNull();
        assertThat(conflict.code()).isEqualTo(TicketErrorCode.CONFLICT);
        assertThat(conflict.fields()).containsExactly(fields);
        assertThat(conflict.current()).isEqualTo(before);
        assertThat(conflict).hasMessageContaining(fields[0]);
        assertThat(now(ticket)).isEqualTo(before);
    }

    @Test
    void withoutVersionTheCurrentStateIsChanged() {
        Ticket ticket = opened("a");
        changed(ticket, change().title("b"));

        assertThat(changed(ticket, change().title("c")).ticket().title()).isEqualTo("c");
    }

    @Test
    void staleChangeOfOtherFieldsLands() {
        Ticket ticket = opened("a");
        changed(ticket, change().title("b").attributes(Map.of("x", "1")));
        handle(ticket).addInternalNote("n");
        handle(ticket).changeContact(ChangeContact.to(BRUNO));
        CommandResult landed = changed(
                ticket,
                change().priority(Priority.LOW).attributes(Map.of("y", "2")).onVersion(1));

        assertThat(landed.receipt().version()).isEqualTo(5);
        assertThat(now(ticket).title()).isEqualTo("b");
        assertThat(now(ticket).priority()).isEqualTo(Priority.LOW);
        assertThat(now(ticket).attributes()).isEqualTo(new java.util.TreeMap<>(Map.of("x", "1", "y", "2")));
        assertThat(now(ticket).contact()).isEqualTo(BRUNO);
    }

    @Test
    void staleChangeToTheSameValueLands() {
        Ticket ticket = opened(ticket("a").category("One"));
        changed(ticket, change().title("b").status("closed").category("Two").attributes(Map.of("x", "1")));

        assertThat(changed(ticket, change().title("b").onVersion(1)).recorded()).isFalse();
        CommandResult landed = changed(
                ticket,
                change().title("b")
                        .status("closed")
                        .category("TWO")
                        .attributes(Map.of("x", "1"))
                        .owner(PIO)
                        .onVersion(1));
        assertThat(landed.recorded()).isTrue();
        assertThat(handle(ticket).history().get(2).changes()).hasSize(1);
        assertThat(now(ticket).owner()).isEqualTo(PIO);
    }

    @Test
    void staleChangeOfTheSameFieldConflictsNamingTheFields() {
        Ticket ticket = opened(ticket("a").description("d").attributes(Map.of("x", "0", "y", "0")));
        changed(ticket, change().title("b").description("e").attributes(Map.of("x", "1")));

        assertConflict(ticket, change().title("c").onVersion(1), "TITLE");
        assertConflict(
                ticket,
                change().title("c")
                        .clear(Clearable.DESCRIPTION)
                        .priority(Priority.LOW)
                        .onVersion(1),
                "TITLE",
                "DESCRIPTION");
        assertConflict(ticket, change().attributes(Map.of("x", "2", "y", "2")).onVersion(1), "ATTRIBUTE:x");
        assertConflict(ticket, change().removeAttributes(Set.of("x")).onVersion(1), "ATTRIBUTE:x");
        assertThat(changed(ticket, change().title("c").onVersion(2)).recorded()).isTrue();
    }

    @Test
    void aValueThatCameBackIsStillAConflictForAThirdOne() {
        Ticket ticket = opened("a");
        changed(ticket, change().title("b"));
        changed(ticket, change().title("a"));

        assertConflict(ticket, change().title("c").onVersion(1), "TITLE");
        assertThat(changed(ticket, change().title("a").onVersion(1)).recorded()).isFalse();
    }

    @Test
    void everyFieldCanConflict() {
        Ticket ticket = opened("a");
        changed(
                ticket,
                change().status("closed").priority(Priority.LOW).category("One").owner(PIO));

        assertConflict(ticket, change().status("resolved").onVersion(1), "STATUS");
        assertConflict(ticket, change().priority(Priority.HIGH).onVersion(1), "PRIORITY");
        assertConflict(ticket, change().category("Two").onVersion(1), "CATEGORY");
        assertConflict(ticket, change().owner(OLGA).onVersion(1), "OWNER");
        assertConflict(ticket, change().clear(Clearable.OWNER).onVersion(1), "OWNER");
    }

    @Test
    void deletionAndReturnDoNotConflict() {
        Ticket ticket = opened("a");
        handle(ticket).delete();
        handle(ticket).restore();

        assertThat(changed(ticket, change().title("b").onVersion(1)).ticket().version())
                .isEqualTo(4);
    }

    @Test
    void versionOfTheFutureIsRefused() {
        Ticket ticket = opened("a");

        assertRefused("version", () -> changed(ticket, change().title("b").onVersion(2)));
        assertRefused("version", () -> changed(ticket, change().title("b").onVersion(Long.MAX_VALUE)));
        assertRefused("version", () -> changed(ticket, change().title("b").onVersion(0)));
        assertRefused("version", () -> changed(ticket, change().title("b").onVersion(-1)));
        assertThat(now(ticket)).isEqualTo(ticket);
    }

    @Test
    void sameValueSetWhileTheMergeIsDecidedLands() {
        Ticket ticket = opened("a");
        changed(ticket, change().priority(Priority.LOW));
        EventStore events = mock(EventStore.class, delegatesTo(store.storage().events()));
        TicketStorage storage = mock(TicketStorage.class, delegatesTo(store.storage()));
        doReturn(events).when(storage).events();
        // Somebody is faster between the reading of the ticket and that of its history.
        doAnswer(call -> {
                    changed(ticket, change().title("b"));
                    return store.storage().events().history(tenant, ticket.id(), 1, 500);
                })
                .doAnswer(call -> store.storage().events().history(tenant, ticket.id(), 1, 500))
                .when(events)
                .history(any(), any(), anyLong(), anyInt());

        CommandResult landed = deskBuilder()
                .storage(storage)
                .build()
                .as(tenant, Actor.operator("pio"))
                .ticket(ticket.id())
                .change(change().title("b").onVersion(1).build());

        assertThat(landed.recorded()).isFalse();
        assertThat(landed.ticket().title()).isEqualTo("b");
    }
}
