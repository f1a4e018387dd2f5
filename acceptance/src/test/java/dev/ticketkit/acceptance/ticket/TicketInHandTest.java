package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
class TicketInHandTest extends DeskFixture {
    TicketInHandTest(Store store) {
        super(store);
    }

    @Test
    @Tag("B2")
    void aStaleOneIsReadAgainAndTheChangesMerge() {
        Ticket old = opened("Printer");
        changed(old, change().priority(Priority.URGENT));

        Ticket after =
                olga().ticket(old).change(change().title("Scanner").build()).ticket();

        assertThat(after.title()).isEqualTo("Scanner");
        assertThat(after.priority()).isEqualTo(Priority.URGENT);
        assertThat(after.version()).isEqualTo(3);
        assertThat(now(old)).isEqualTo(after);
    }

    @Test
    void whatIsAlreadySoOnAnOldOneIsStillDone() {
        Ticket old = opened("Printer");
        changed(old, change().status("closed"));

        Ticket after =
                olga().ticket(old).change(change().status("open").build()).ticket();

        assertThat(after.status()).isEqualTo(Status.OPEN);
        assertThat(now(old).reopenings()).isEqualTo(1);
    }

    @Test
    @Tag("R22")
    void whatAContactDoesNotSeeIsKept() {
        Ticket ticket = opened(ticket("Printer").owner(OLGA));
        Ticket asAdaSeesIt = ada().find(ticket.id()).orElseThrow();

        olga().ticket(asAdaSeesIt).change(change().title("Scanner").build());

        assertThat(asAdaSeesIt.owner()).isNull();
        assertThat(now(ticket).owner()).isEqualTo(OLGA);
    }

    @Test
    void whatWasPutTogetherIsOnlyATicketsName() {
        Ticket ticket = opened("Printer");
        Ticket forged = ticket.toBuilder().title("Forged").owner(PIO).build();

        Ticket after = olga().ticket(forged)
                .change(change().priority(Priority.LOW).build())
                .ticket();

        assertThat(after.title()).isEqualTo("Printer");
        assertThat(after.owner()).isNull();
    }

    @Test
    @Tag("B1")
    void anotherTenantsIsNotFound() {
        Ticket ticket = opened("Printer");
        ActorDesk stranger = desk().as("another-" + tenant.value(), Actor.operator("olga", "Olga"));

        assertThatThrownBy(() ->
                        stranger.ticket(ticket).change(change().title("Mine").build()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @Tag("R20")
    void oneThatWasDeletedSinceIsNotFound() {
        Ticket ticket = opened("Printer");
        handle(ticket).delete();

        assertThatThrownBy(() -> olga().ticket(ticket).addPublicNote("late")).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "parts-ordered"})
    @Tag("R3")
    void aStatusThatAnotherDeskHasJustHiddenIsRefused(String key) {
        olga().catalogue().addStatus("Parts ordered", MacroStatus.IN_PROGRESS);
        opened(ticket("Knows the statuses").status(key));
        Ticket ticket = opened("Printer");
        ActorDesk other = deskBuilder().build().as(tenant, Actor.operator("pio", "Pio"));
        other.statuses().hide(key, "waiting");

        assertThatThrownBy(
                        () -> olga().ticket(ticket).change(change().status(key).build()))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> opened(ticket("Scanner").status(key))).isInstanceOf(RefusedException.class);
        assertThat(now(ticket)).isEqualTo(ticket);
    }
}
