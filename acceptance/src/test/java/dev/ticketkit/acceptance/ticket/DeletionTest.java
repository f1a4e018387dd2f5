package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.Total;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R20")
class DeletionTest extends DeskFixture {
    DeletionTest(Store store) {
        super(store);
    }

    private Ticket deleted() {
        Ticket ticket = opened(ticket("gone").category("One").externalId("e1"));
        handle(ticket).addInternalNote("why");
        opened(ticket("kept").category("One"));
        later(Duration.ofMinutes(1));
        handle(ticket).delete();
        return ticket;
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotFoundException.class).hasMessageContaining("ticket");
    }

    @Test
    void isGoneFromFindListsTextAndStatistics() {
        Ticket ticket = deleted();

        assertThat(olga().find(ticket.id())).isEmpty();
        assertThat(olga().find(ticket.reference())).isEmpty();
        assertThat(olga().findByExternalId("e1")).isEmpty();
        assertThat(allTitles()).containsExactly("kept");
        assertThat(titles(TicketQuery.builder().text("gone").build())).isEmpty();
        assertThat(olga().list(TicketQuery.builder().limit(1).build()).total()).isEqualTo(new Total(1, true));
        assertThat(olga().statistics().report().tickets()).isEqualTo(1);
        assertThat(olga().statistics().report().categories().get(0).tickets()).isEqualTo(1);
        assertThat(olga().statistics().verify().holds()).isTrue();
    }

    @Test
    void givesUpWhatIsUndeliveredOrParked() {
        DeliveryQueue queue = store.storage().deliveries();
        Ticket ticket = opened("a");
        Delivery mine = null;
        while (mine == null) {
            // Tests share the store: what others left is finished on the way.
            for (Delivery each : queue.claim("w", 1_000, Duration.ofMinutes(5))) {
                if (each.tenant().equals(tenant)) {
                    mine = each;
                } else {
                    queue.complete(each, List.of());
                }
            }
        }
        queue.complete(mine, List.of(new DeliveryFailure("mail", true, null, "down")));
        changed(ticket, change().title("b"));
        assertThat(queue.kept().parked(tenant, 10)).hasSize(1);

        handle(ticket).delete();

        assertThat(queue.kept().parked(tenant, 10)).isEmpty();
        assertThat(queue.kept().release(tenant, mine.eventId(), "mail")).isFalse();
        assertThat(queue.kept().pending(tenant)).isEqualTo(1);
    }

    @Test
    void cannotBeWorkedOnAnyMore() {
        Ticket ticket = deleted();

        assertNotFound(() -> handle(ticket).get());
        assertNotFound(() -> handle(ticket).notes());
        assertNotFound(() -> changed(ticket, change().title("x")));
        assertNotFound(() -> handle(ticket).addInternalNote("x"));
        assertNotFound(() -> handle(ticket).addPublicNote("x"));
        assertNotFound(() -> handle(ticket).changeContact(ChangeContact.to(BRUNO)));
        assertThat(handle(ticket).history()).hasSize(3);
    }

    @Test
    void twiceSucceedsAndIsRecordedOnce() {
        Ticket ticket = deleted();
        CommandResult again = handle(ticket).delete();

        assertThat(again.recorded()).isFalse();
        assertThat(again.receipt().version()).isEqualTo(3);
        assertThat(handle(ticket).history()).hasSize(3);
    }

    @Test
    void leavesTheHistoryToTheAudit() {
        Ticket ticket = deleted();

        assertThat(handle(ticket).history())
                .extracting(TicketEvent::kind)
                .containsExactly(EventKind.OPENED, EventKind.NOTED, EventKind.DELETED);
        assertThat(olga().ticket(ticket.reference()).history()).hasSize(3);
        assertThat(olga().ticketByExternalId("e1").history()).hasSize(3);
    }

    @Test
    @Tag("R8")
    void isRestoredByItsExternalIdAsByItsReference() {
        Ticket first = deleted();

        assertThat(olga().ticketByExternalId("e1").restore().ticket().id()).isEqualTo(first.id());
        assertThat(olga().findByExternalId("e1")).isPresent();
        handle(first).delete();
        assertThat(olga().ticket(first.reference()).restore().recorded()).isTrue();
        assertNotFound(() -> olga().ticketByExternalId("E1").get());
    }

    /** What is taken, and by whom, for each field that is given once. */
    @Test
    @Tag("R8")
    void whatItHadStaysTakenAndTheErrorSaysWhoHadIt() {
        opened(ticket("live").reference("L-1").externalId("live"));
        handle(opened(ticket("dead").reference("D-1").externalId("dead"))).delete();
        opened(ticket("erased").contact(BRUNO).reference("E-1").externalId("erased"));
        olga().erase(BRUNO.id());

        assertTakenSaying("already taken", false, ticket("x").reference("l-1"));
        assertTakenSaying("already taken", false, ticket("x").externalId("live"));
        assertTakenSaying(
                "was used by a ticket that is deleted", true, ticket("x").reference("d-1"));
        assertTakenSaying(
                "was used by a ticket that is deleted", true, ticket("x").externalId("dead"));
        assertTakenSaying("was used before", false, ticket("x").reference("e-1"));
        assertTakenSaying("was used before", false, ticket("x").externalId("erased"));
        assertThat(allTitles()).doesNotContain("x");
    }

    private void assertTakenSaying(String who, boolean deleted, OpenTicket.Builder command) {
        assertThatThrownBy(() -> opened(command))
                .isInstanceOfSatisfying(TakenException.class, e -> assertThat(e.isByDeletedTicket())
                        .isEqualTo(deleted))
                .hasMessageContaining(who);
    }

    @Test
    void isUndoneByRestore() {
        Ticket ticket = deleted();
        later(Duration.ofMinutes(1));
        CommandResult restored = handle(ticket).restore();

        assertThat(restored.recorded()).isTrue();
        assertThat(now(ticket))
                .isEqualTo(
                        ticket.toBuilder().version(4).updatedAt(clock.instant()).build());
        assertThat(allTitles()).containsExactlyInAnyOrder("gone", "kept");
        assertThat(olga().statistics().report().tickets()).isEqualTo(2);
        assertThat(handle(ticket).history()).extracting(TicketEvent::kind).endsWith(EventKind.RESTORED);
        assertThat(handle(ticket).restore().recorded()).isFalse();
        changed(ticket, change().title("back"));
        handle(ticket).delete();
        assertThat(allTitles()).containsExactly("kept");
        assertThat(handle(ticket).history()).hasSize(6);
    }

    @Test
    void keepsTheClosingTimeOfAClosedTicket() {
        Ticket ticket = opened("a");
        later(Duration.ofHours(2));
        changed(ticket, change().status("closed"));
        later(Duration.ofHours(2));
        handle(ticket).delete();
        handle(ticket).restore();

        assertThat(now(ticket).closingTime()).isEqualTo(Duration.ofHours(2));
        assertThat(now(ticket).reopenings()).isZero();
    }
}
