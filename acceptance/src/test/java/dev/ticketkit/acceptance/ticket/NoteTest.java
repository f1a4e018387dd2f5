package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R19")
class NoteTest extends DeskFixture {
    NoteTest(Store store) {
        super(store);
    }

    @Test
    void hasAuthorTimeAndText() {
        Ticket ticket = opened("a");
        later(Duration.ofMinutes(1));
        handle(ticket).addInternalNote("first");
        later(Duration.ofMinutes(1));
        ada().ticket(ticket.id()).addPublicNote("second\nline");

        assertThat(handle(ticket).notes())
                .extracting(TicketEvent::note, TicketEvent::actor, TicketEvent::at)
                .containsExactly(
                        tuple(
                                new Note(NoteVisibility.INTERNAL, "first"),
                                Actor.operator("olga", "Olga"),
                                clock.instant().minusSeconds(60)),
                        tuple(
                                new Note(NoteVisibility.PUBLIC, "second\nline"),
                                Actor.contact("c-ada", "Ada"),
                                clock.instant()));
    }

    @Test
    void internalOneNeverReachesTheContact() {
        Ticket ticket = opened("a");
        handle(ticket).addInternalNote("secret");
        handle(ticket).addPublicNote("hello");
        TicketHandle adas = ada().ticket(ticket.id());

        assertThat(adas.notes()).extracting(event -> event.note().text()).containsExactly("hello");
        assertThatThrownBy(adas::history).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> adas.addInternalNote("mine")).isInstanceOf(ForbiddenException.class);
        assertThat(ada().list(dev.ticketkit.spi.query.TicketQuery.builder()
                                .text("secret")
                                .build())
                        .items())
                .isEmpty();
        assertThat(handle(ticket).notes()).hasSize(2);
    }

    @Test
    void isWrittenByTheContactOnHisOwnTicketsOnly() {
        Ticket brunos = opened(ticket("b").contact(BRUNO));

        assertThatThrownBy(() -> ada().ticket(brunos.id()).addPublicNote("x")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ada().ticket(brunos.id()).notes()).isInstanceOf(NotFoundException.class);
        assertThat(handle(brunos).notes()).isEmpty();
    }

    @Test
    void hasUpTo10000CodePointsAndIsNotBlank() {
        Ticket ticket = opened("a");
        String longest = "😀".repeat(10_000);
        handle(ticket).addPublicNote(longest);

        assertThat(handle(ticket).notes().get(0).note().text()).isEqualTo(longest);
        assertRefused("text", () -> handle(ticket).addPublicNote(longest + "x"));
        assertRefused("text", () -> handle(ticket).addInternalNote(longest + "x"));
        assertRefused("text", () -> handle(ticket).addInternalNote(" \n\t"));
        assertThat(now(ticket).version()).isEqualTo(2);
    }

    @Test
    void isAppendOnlyAndOfTwoKindsWithoutDefault() {
        assertThat(Stream.of(TicketHandle.class.getMethods())
                        .map(Method::getName)
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains("note"))
                        .distinct())
                .containsExactlyInAnyOrder("addInternalNote", "addPublicNote", "notes");
    }

    @Test
    @Tag("B2")
    void neverConflictsWithAFieldChange() {
        Ticket ticket = opened("a");
        handle(ticket).addInternalNote("n1");
        handle(ticket).addPublicNote("n2");
        assertThat(changed(ticket, change().title("b").onVersion(1)).ticket().version())
                .isEqualTo(4);
        handle(ticket).addInternalNote("n3");

        assertThat(now(ticket).title()).isEqualTo("b");
        assertThat(handle(ticket).notes()).hasSize(3);
    }

    @Test
    void everyOneOfALongLifeIsKeptInOrder() {
        Ticket ticket = opened("a");
        for (int i = 0; i < 520; i++) {
            handle(ticket).addInternalNote("note " + i);
        }

        assertThat(handle(ticket).notes())
                .extracting(event -> event.note().text())
                .hasSize(520)
                .startsWith("note 0", "note 1")
                .endsWith("note 518", "note 519");
        assertThat(handle(ticket).history())
                .extracting(TicketEvent::version)
                .hasSize(521)
                .isSorted();
    }
}
