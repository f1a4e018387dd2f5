package dev.ticketkit.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R22")
class ContactActorTest extends DeskFixture {
    ContactActorTest(Store store) {
        super(store);
    }

    @Test
    void opensReadsAndNotesOnHisOwnTickets() {
        Ticket opened = ada().contact(ADA)
                .open(OpenTicket.builder().title("broken").build())
                .ticket();

        assertThat(opened.origin()).isEqualTo(Origin.CONTACT);
        ada().ticket(opened).addPublicNote("please");
        handle(opened).addInternalNote("he always says so");
        handle(opened).addPublicNote("soon");
        assertThat(ada().ticket(opened).notes())
                .extracting(event -> event.note().text())
                .containsExactly("please", "soon");
        assertThat(ada().find(opened.reference())).isPresent();
        assertThat(ada().list(TicketQuery.all()).items()).hasSize(1);
    }

    @Test
    void doesNothingElse() {
        Ticket own = opened("own");
        Ticket other = opened(ticket("another's").contact(BRUNO));

        assertThatThrownBy(() -> ada().ticket(own)
                        .change(ChangeTicket.builder().title("x").build()))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().ticket(own).addInternalNote("x")).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().ticket(own).delete()).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().ticket(own).history()).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().open(ticket("x").contact(BRUNO).build())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().ticket(other).addPublicNote("x")).isInstanceOf(NotFoundException.class);
        assertThat(ada().find(other.id())).isEmpty();
    }

    @Test
    void setsNothingThatIsTheDesksWhenOpening() {
        assertRefused("owner", () -> ada().open(ticket("x").owner(OLGA).build()));
        assertRefused(
                "reference", () -> ada().open(ticket("x").reference("MINE").build()));
        assertRefused(
                "externalId", () -> ada().open(ticket("x").externalId("order-1").build()));
        assertRefused("priority", () -> ada().open(
                        ticket("x").priority(Priority.URGENT).build()));
        assertRefused(
                "status", () -> ada().open(ticket("x").status("terminated").build()));
        assertThat(allTitles()).isEmpty();
    }

    @Test
    void seesNoOwnerWhereverHeLooks() {
        Ticket ticket = opened(ticket("owned").owner(OLGA).externalId("e-1"));

        assertThat(ada().find(ticket.id()).orElseThrow().owner()).isNull();
        assertThat(ada().find(ticket.reference()).orElseThrow().owner()).isNull();
        assertThat(ada().ticket(ticket).get().owner()).isNull();
        assertThat(ada().list(TicketQuery.all()).items())
                .extracting(Ticket::owner)
                .containsOnlyNulls();
        AddNote keyed = new AddNote("x", "k");
        CommandResult first = ada().ticket(ticket).addPublicNote(keyed);
        CommandResult again = ada().ticket(ticket).addPublicNote(keyed);
        assertThat(List.of(first.ticket(), again.ticket()))
                .extracting(Ticket::owner)
                .containsOnlyNulls();
        assertThat(ada().ticket(ticket).notes())
                .extracting(TicketEvent::changes)
                .allSatisfy(changes -> assertThat(changes).isEmpty());
        assertThat(now(ticket).owner()).isEqualTo(OLGA);
    }

    @Test
    void cannotFindOwnersOutByAsking() {
        opened(ticket("owned").owner(OLGA));
        assertRefused("owners", () -> ada().list(ada().query("-owner:olga")));
        assertRefused("attributes", () -> ada().list(ada().query("-@colour:blue")));

        assertRefused(
                "owners", () -> ada().list(TicketQuery.builder().owners("olga").build()));
        assertRefused("owners", () -> ada().list(
                        TicketQuery.builder().unassigned(true).build()));
        assertRefused("owners", () -> ada().contacts(
                        TicketQuery.builder().owners("olga").build()));
        assertRefused("owners", () -> ada().list(TicketQuery.builder()
                .sort(TicketSort.OWNER, SortDirection.ASCENDING)
                .build()));
    }
}
