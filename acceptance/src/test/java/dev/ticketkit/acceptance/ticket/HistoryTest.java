package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R21")
class HistoryTest extends DeskFixture {
    HistoryTest(Store store) {
        super(store);
    }

    @Test
    void tellsWhoWhenAndWhatOfEverything() {
        Instant start = clock.instant();
        Ticket ticket = ada().open(ticket("a").build()).ticket();
        later(Duration.ofMinutes(1));
        olga().ticket(ticket).change(change().status("pending").title("b").build());
        later(Duration.ofMinutes(1));
        as(Actor.automation("r1", "Night rule")).ticket(ticket).addInternalNote("auto");
        later(Duration.ofMinutes(1));
        as(Actor.host("crm")).ticket(ticket).changeContact(ChangeContact.to(ADA.withEmail("a@b")));
        olga().ticket(ticket).delete();
        olga().ticket(ticket).restore();
        List<TicketEvent> history = handle(ticket).history();

        assertThat(history)
                .extracting(TicketEvent::kind)
                .containsExactly(
                        EventKind.OPENED,
                        EventKind.CHANGED,
                        EventKind.NOTED,
                        EventKind.CHANGED,
                        EventKind.DELETED,
                        EventKind.RESTORED);
        assertThat(history)
                .extracting(TicketEvent::actor)
                .startsWith(
                        Actor.contact("c-ada", "Ada"),
                        Actor.operator("olga", "Olga"),
                        Actor.automation("r1", "Night rule"),
                        Actor.host("crm"));
        assertThat(history)
                .extracting(TicketEvent::at)
                .startsWith(start, start.plusSeconds(60), start.plusSeconds(120), start.plusSeconds(180));
        assertThat(history).extracting(TicketEvent::version).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(history).extracting(TicketEvent::id).doesNotHaveDuplicates();
        assertThat(history.get(1).changes())
                .containsExactly(
                        FieldChange.of(TicketField.TITLE, "a", "b"),
                        FieldChange.of(TicketField.STATUS, "open", "pending"));
        assertThat(history.get(3).changes()).containsExactly(FieldChange.of(TicketField.CONTACT_EMAIL, null, "a@b"));
        assertThat(history).allSatisfy(event -> {
            assertThat(event.tenant()).isEqualTo(tenant);
            assertThat(event.ticketId()).isEqualTo(ticket.id());
            assertThat(event.cause()).isNull();
        });
    }

    @Test
    void tellsWhatCausedIt() {
        Ticket first = opened("a");
        Cause cause = new Cause(handle(first).history().get(0).id(), "automation r1", 2);
        Ticket second = olga().because(cause).open(ticket("b").build()).ticket();
        olga().because(cause).ticket(second).change(change().title("c").build());
        olga().because(new Cause(null, "import", 1)).ticket(second).addInternalNote("n");

        assertThat(handle(second).history())
                .extracting(TicketEvent::cause)
                .containsExactly(cause, cause, new Cause(null, "import", 1));
    }

    @Test
    void keepsTheActorsNameAsItWasThen() {
        Ticket ticket = opened("a");
        as(Actor.operator("olga", "Olga Nuova")).ticket(ticket).addInternalNote("n");

        assertThat(handle(ticket).history())
                .extracting(event -> event.actor().label())
                .containsExactly("Olga", "Olga Nuova");
    }

    @Test
    @Tag("R5")
    void showsCategoriesUnderTheirPresentNames() {
        Ticket ticket = opened("a");
        changed(ticket, change().category("One"));
        changed(ticket, change().category("Two"));
        olga().catalogue().renameCategory("One", "Uno");
        olga().catalogue().renameCategory("Two", "Due");

        assertThat(handle(ticket).history().get(1).changes())
                .containsExactly(FieldChange.of(TicketField.CATEGORY, null, "Uno"));
        assertThat(handle(ticket).history().get(2).changes())
                .containsExactly(FieldChange.of(TicketField.CATEGORY, "Uno", "Due"));
    }

    @Test
    void ownersNewNameIsRecorded() {
        Ticket ticket = opened(ticket("a").owner(OLGA));
        changed(ticket, change().title("b").owner(new Party("olga", "Olga Neri")));

        // The stored owner differs from the one before, so the history must say so.
        boolean differs = !now(ticket).owner().equals(ticket.owner());
        boolean recorded = handle(ticket).history().get(1).changes().stream()
                .anyMatch(each -> each.field() == TicketField.OWNER_LABEL);
        assertThat(recorded).isEqualTo(differs);
    }
}
