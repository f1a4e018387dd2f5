package dev.ticketkit.samples.quickstart.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Recipient;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.testkit.MemoryStorage;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HelpDeskTest {
    private static final TenantId TENANT = new TenantId("told");
    private static final TenantId OTHER = new TenantId("other");

    private final MemoryStorage storage = new MemoryStorage();
    private final AtomicInteger progress = new AtomicInteger();

    @Test
    void tellsOperatorsOfEveryEventAndTheContactOfEachResolution() {
        try (HelpDesk helpDesk = started()) {
            ActorDesk operator = helpDesk.desk().as(TENANT, Actor.operator("bruno"));
            Ticket ticket = open(operator);
            change(operator, ticket, "resolved");
            change(operator, ticket, "open");
            change(operator, ticket, "resolved");
            change(operator, ticket, "closed");
            Told told = helpDesk.finish();
            assertThat(told.operators()).isEqualTo(new Sent(15, 3, 0));
            assertThat(told.contacts()).isEqualTo(new Sent(2, 1, 0));
            assertThat(told.givenUp()).isEmpty();
        }
        assertThat(progress).hasValue(17);
    }

    @Test
    void countsNothingOfWhatAnotherTenantLeft() {
        ActorDesk other = TicketDesk.builder().storage(storage).build().as(OTHER, Actor.operator("bruno"));
        other.automations().save(ResolvedMessage.automation());
        change(other, open(other), "resolved");
        try (HelpDesk helpDesk = started()) {
            Told told = helpDesk.finish();
            assertThat(told.operators()).isEqualTo(new Sent(0, 0, 0));
            assertThat(told.contacts()).isEqualTo(new Sent(0, 0, 0));
        }
    }

    @Test
    void seesNoticeThatComesAgain() {
        Ticket ticket = open(TicketDesk.builder().storage(storage).build().as(TENANT, Actor.operator("bruno")));
        Outbox outbox = new Outbox(TENANT, progress::incrementAndGet);
        UUID id = new UUID(1, 2);
        outbox.notify(notice(ticket, id, "anna"));
        outbox.notify(notice(ticket, id, "luis"));
        outbox.notify(notice(ticket, id, "anna"));
        assertThat(outbox.sent()).isEqualTo(new Sent(2, 2, 1));
    }

    @Test
    void keepsAnAutomationThatIsReadableAsJson() {
        String json = AutomationJson.write(ResolvedMessage.automation());
        assertThat(AutomationJson.read(json)).isEqualTo(ResolvedMessage.automation());
    }

    private HelpDesk started() {
        return HelpDesk.start(TicketDesk.builder().storage(storage), TENANT, progress::incrementAndGet);
    }

    private static Ticket open(ActorDesk operator) {
        return operator.open(OpenTicket.builder()
                        .title("Broken")
                        .contact(Contact.of("c-1", "Acme"))
                        .build())
                .ticket();
    }

    private static void change(ActorDesk operator, Ticket ticket, String status) {
        operator.ticket(ticket.id())
                .change(ChangeTicket.builder().status(status).build());
    }

    private Notification notice(Ticket ticket, UUID id, String recipient) {
        return Notification.builder()
                .id(id)
                .event(storage.events().history(TENANT, ticket.id(), 0, 1).get(0))
                .recipient(new Recipient(ActorKind.OPERATOR, recipient, recipient, null, null, null))
                .ticket(ticket)
                .build();
    }
}
