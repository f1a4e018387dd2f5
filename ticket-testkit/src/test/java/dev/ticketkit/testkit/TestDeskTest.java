package dev.ticketkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
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
}
