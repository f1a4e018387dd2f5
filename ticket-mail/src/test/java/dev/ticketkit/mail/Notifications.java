package dev.ticketkit.mail;

import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Recipient;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.List;

/** Notifications about one event of one ticket. */
final class Notifications {
    static final Recipient OLGA =
            new Recipient(ActorKind.OPERATOR, "op-1", "Olga Operator", "olga@example.org", null, null);

    private final TicketFixtures fixtures = TicketFixtures.ofNewTenant();
    private final Ticket ticket;
    private final TicketEvent event;

    private Notifications(String title) {
        ticket = fixtures.ticket().title(title).build();
        event = fixtures.event(ticket, EventKind.OPENED).build();
    }

    static Notifications about(String title) {
        return new Notifications(title);
    }

    Ticket ticket() {
        return ticket;
    }

    TicketEvent event() {
        return event;
    }

    Notification.Builder to(Recipient recipient) {
        return Notification.builder()
                .event(event)
                .ticket(ticket)
                .recipient(recipient)
                .template(null, List.of())
                .rendered("Ciao €", "<p>Ciao &euro; è</p>");
    }

    Notification toOlga() {
        return to(OLGA).build();
    }

    static Recipient named(String name) {
        return new Recipient(ActorKind.OPERATOR, "op-1", name, "olga@example.org", null, null);
    }

    static Recipient addressed(String email) {
        return new Recipient(ActorKind.OPERATOR, "op-1", "Olga", email, null, null);
    }
}
