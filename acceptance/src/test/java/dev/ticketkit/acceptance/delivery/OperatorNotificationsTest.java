package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R28")
class OperatorNotificationsTest extends NotificationsFixture {
    OperatorNotificationsTest(Store store) {
        super(store);
    }

    @Test
    void allOperatorsAreToldOfEverythingTheAuthorToo() {
        Ticket ticket = opened("Lamp");
        pump().drain();
        changed(ticket, change().title("Green lamp"));
        handle(ticket).addInternalNote("a note");
        pump().drain();
        handle(ticket).delete();
        pump().drain();

        assertThat(sentTo("olga"))
                .extracting(notice -> notice.event().kind(), Notification::templateKey)
                .containsExactly(
                        tuple(EventKind.OPENED, "ticket.opened"),
                        tuple(EventKind.CHANGED, "ticket.changed"),
                        tuple(EventKind.NOTED, "ticket.noted"),
                        tuple(EventKind.DELETED, "ticket.deleted"));
        assertThat(recipients().subList(0, 3)).containsExactly("olga", "otto", "pia");
        assertThat(sent).hasSize(12);
    }

    @Test
    void everyRecordedFieldIsTold() {
        Ticket ticket = opened("Lamp");
        List<ChangeTicket.Builder> changes = List.of(
                change().title("Green lamp"),
                change().description("It is green."),
                change().priority(Priority.HIGH),
                change().status("waiting"),
                change().category("Lighting"),
                change().owner(OLGA),
                change().attributes(Map.of("colour", "green")));
        changes.forEach(command -> changed(ticket, command));
        handle(ticket).changeContact(ChangeContact.to(BRUNO));
        pump().drain();

        assertThat(sentTo("olga").stream()
                        .skip(1)
                        .map(notice -> notice.text().lines().skip(1).findFirst().orElseThrow()))
                .containsExactly(
                        "Title: Lamp \u2192 Green lamp",
                        "Description",
                        "Priority: Medium \u2192 High",
                        "Status: Open \u2192 Waiting",
                        "Category: (empty) \u2192 Lighting",
                        "Owner: (empty) \u2192 Olga",
                        "colour: (empty) \u2192 green",
                        "Contact: c-ada \u2192 c-bruno");
    }

    @Test
    void changeThatChangesNothingIsNotTold() {
        Ticket ticket = opened("Lamp");
        changed(ticket, change().title("Lamp"));
        pump().drain();

        assertThat(sent).hasSize(3);
    }

    @Test
    void whoeverDidItIsToldOf() {
        ada().open(ticket("From the contact").build());
        as(Actor.host("shop")).open(ticket("From the shop").build());
        as(Actor.automation("a-1", "Welcome")).open(ticket("From a rule").build());
        pump().drain();

        assertThat(sentTo("pia"))
                .extracting(notice -> notice.event().actor().label())
                .containsExactlyInAnyOrder("Ada", "shop", "Welcome");
    }

    @Test
    @Tag("B13")
    void whoMayReadIsDecidedWhenItIsSent() {
        blind.add("olga");
        opened("Lamp");
        blind.clear();
        blind.add("otto");
        operators.removeIf(operator -> operator.id().equals("pia"));
        operators.add(new Operator("new", "New", null, null));
        pump().drain();

        assertThat(recipients()).containsExactly("olga", "new");
    }

    @Test
    void everybodyReadsItInHisLanguage() {
        operators.add(new Operator("kim", "Kim", "kim@example.org", null));
        Ticket ticket = opened("Lamp");
        changed(ticket, change().status("resolved"));
        pump(settings().tenants(id -> TenantSettings.defaults().withLanguage(Locale.ITALIAN)))
                .drain();

        Map<String, String> said = Map.of(
                "olga", "Olga changed ticket %s: Lamp\nStatus: Open \u2192 Resolved",
                "otto", "Olga ha modificato il ticket %s: Lamp\nStato: Aperto \u2192 Risolto",
                "pia", "Olga ha modificado el ticket %s: Lamp\nEstado: Abierto \u2192 Resuelto",
                "kim", "Olga ha modificato il ticket %s: Lamp\nStato: Aperto \u2192 Risolto");
        said.forEach((operator, text) -> assertThat(sentTo(operator).get(1).text())
                .isEqualTo(text.formatted(ticket.reference().value())));
    }

    @Test
    void whatPeopleWroteIsEscapedInHtml() {
        Ticket ticket = opened("<script>alert('{actor}')</script>");
        pump().drain();

        assertThat(sent.get(0).text())
                .isEqualTo("Olga opened ticket " + ticket.reference().value() + ": <script>alert('{actor}')</script>");
        assertThat(sent.get(0).html())
                .endsWith("&lt;script&gt;alert(&#39;{actor}&#39;)&lt;/script&gt;")
                .doesNotContain("<");
    }

    @Test
    @Tag("B1")
    void otherTenantsOperatorsAreNotTold() {
        desk().as("other-" + tenant.value(), Actor.operator("olga"))
                .open(ticket("Elsewhere").build());
        pump().drain();

        assertThat(sent).isEmpty();
    }

    @Test
    void authorIsLeftOutWhereThePolicySaysSo() {
        Ticket ticket = opened("Lamp");
        otto().ticket(ticket.id()).addPublicNote("a note");
        pump(settings().skipAuthor(true)).drain();

        assertThat(recipients()).containsExactly("otto", "pia", "olga", "pia");
    }
}
