package dev.ticketkit.acceptance;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.testkit.SettableClock;
import java.util.UUID;

/** A desk on a store, with a tenant nobody else uses and a clock that stands still until a test moves it. */
class DeskFixture {
    static final Contact ADA = Contact.of("c-ada", "Ada");
    static final Contact BRUNO = Contact.of("c-bruno", "Bruno");

    final Store store;
    final SettableClock clock = SettableClock.at("2026-03-10T09:00:00Z");
    final TenantId tenant = new TenantId("t-" + UUID.randomUUID());

    DeskFixture(Store store) {
        this.store = store;
    }

    TicketDesk.Builder deskBuilder() {
        return TicketDesk.builder().storage(store.storage()).clock(clock);
    }

    TicketDesk desk() {
        return deskBuilder().build();
    }

    /** The desk as the operator Olga of this test's tenant. */
    ActorDesk olga() {
        return desk().as(tenant, Actor.operator("olga", "Olga"));
    }

    static OpenTicket.Builder ticket(String title) {
        return OpenTicket.builder().title(title).contact(ADA);
    }

    Ticket opened(String title) {
        return olga().open(ticket(title).build()).ticket();
    }
}
