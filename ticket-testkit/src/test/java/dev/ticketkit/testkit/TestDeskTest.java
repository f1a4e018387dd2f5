package dev.ticketkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestDeskTest {
    private static Ticket open(TestDesk test) {
        return test.desk()
                .as("acme", Actor.operator("olga"))
                .open(OpenTicket.builder()
                        .title("Lamp")
                        .contact(Contact.of("c", null))
                        .build())
                .ticket();
    }

    @Test
    void timeStandsStillUntilTheTestMovesIt() {
        TestDesk test = TestDesk.create();
        test.clock().advance(Duration.ofHours(2));

        assertThat(open(test).openedAt()).isEqualTo(Instant.parse("2026-01-01T14:00:00Z"));
    }

    @Test
    void takesTheHostsSettings() {
        TenantSettings settings = TenantSettings.defaults().withReferences(ReferenceFormat.sequence("X-", 2));

        assertThat(open(TestDesk.create(desk -> desk.tenants(tenant -> settings)))
                        .reference()
                        .value())
                .isEqualTo("X-01");
    }

    @Test
    void whatIsPrintedOfAResultAndOfANotificationNamesNobody() {
        TestDesk test = TestDesk.create().operators(new Operator("otto", "Otto", "otto@example.org", "en"));
        CommandResult result = test.desk()
                .as("acme", Actor.operator("olga", "Olga"))
                .contact(Contact.of("carla@example.org", "Carla"))
                .open(OpenTicket.builder().title("Lamp").build());
        test.desk().drain();

        assertThat(result).hasToString("CommandResult[" + result.ticket().id() + " v1]");
        assertThat(test.toOperators())
                .singleElement()
                .asString()
                .startsWith("Notification[")
                .endsWith(" to OPERATOR]")
                .contains(result.ticket().id().toString())
                .doesNotContain("Lamp", "Carla", "carla", "otto", "Olga");
    }

    @Test
    void keepsWhatWouldBeSent() {
        TestDesk test = TestDesk.create().operators(new Operator("otto", "Otto", "otto@example.org", "en"));
        ActorDesk olga = test.desk().as("acme", Actor.operator("olga", "Olga"));
        olga.automations()
                .save(Automation.builder("hello", "Hello")
                        .when(Starter.ticketCreated())
                        .steps(Step.sendMessage("We are looking into it."))
                        .build());

        olga.contact(Contact.of("c-1", "Carla"))
                .open(OpenTicket.builder().title("Lamp").build());
        assertThat(test.toOperators()).isEmpty();
        test.desk().drainWithRetries();

        assertThat(test.toOperators())
                .singleElement()
                .satisfies(sent -> assertThat(sent.recipient().id()).isEqualTo("otto"));
        assertThat(test.toContacts()).singleElement().satisfies(sent -> assertThat(sent.text())
                .isEqualTo("We are looking into it."));
        assertThat(test.dispatched())
                .singleElement()
                .satisfies(sent -> assertThat(sent.event().kind()).isEqualTo(EventKind.OPENED));
    }
}
