package dev.ticketkit.core;

import dev.ticketkit.core.internal.decision.CommandContext;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.UUID;

/** Tickets for tests of pure functions. */
public final class Tickets {
    public static final TenantId ACME = new TenantId("acme");
    public static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private Tickets() {}

    public static TicketBuilder open() {
        return Ticket.builder()
                .tenant(ACME)
                .id(new TicketId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L)))
                .reference(new Reference("T-000001"))
                .title("Broken lamp")
                .contact(Contact.of("c-1", "Ada"))
                .origin(Origin.OPERATOR)
                .openedAt(NINE)
                .updatedAt(NINE);
    }

    public static Category category(String name) {
        return Category.named(ACME, name);
    }

    public static CommandContext at(Instant instant) {
        return new CommandContext(ACME, Actor.operator("olga"), instant, false, null);
    }

    public static CommandContext namedAt(Instant instant) {
        return new CommandContext(ACME, Actor.operator("olga"), instant, true, null);
    }
}
