package dev.ticketkit.acceptance.list;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tickets of all sorts, the same for each seed: equal values, empty values and texts that naive orders put elsewhere. */
final class Population {
    static final long SEED = 20_260_310L;

    /** After folding, code point order differs from UTF-16 order: U+E000 and U+FF5F come before the emoji. */
    private static final List<String> WORDS = List.of(
            "alpha",
            "Alpha",
            "beta",
            "BETA 2",
            "ärger",
            "Zebra",
            "zebra 10",
            "\ue000 private",
            "😀 smile",
            "\uff5f wide",
            "straße",
            "STRASSE",
            "100% sure",
            "a_b",
            "back\\slash",
            "it's",
            "漢字",
            "Ωmega",
            "éclair",
            "eclair");

    private static final List<String> STATUSES =
            List.of("open", "open", "in-progress", "pending", "waiting", "resolved", "closed", "terminated");
    private static final List<Contact> CONTACTS = List.of(
            Contact.of("c-1", "Ada"),
            Contact.of("c-2", "bruno"),
            Contact.of("c-3", null),
            Contact.of("c-4", "Çelik"),
            Contact.of("c-5", "😀"));
    private static final List<Party> OWNERS =
            List.of(new Party("o-1", "Olga"), new Party("o-2", "pio"), new Party("o-3", "ada"));
    private static final List<Actor> ACTORS =
            List.of(Actor.operator("olga"), Actor.host("shop"), Actor.automation("r", "rule"));

    private final TicketDesk desk;
    private final TenantId tenant;
    private final SettableClock clock;
    private final Random random;

    Population(TicketDesk desk, TenantId tenant, SettableClock clock, long seed) {
        this.desk = desk;
        this.tenant = tenant;
        this.clock = clock;
        this.random = new Random(seed);
    }

    /** Opens tickets and gives some of them a life; answers with them as they are then. */
    List<Ticket> open(int count) {
        ActorDesk olga = desk.as(tenant, Actor.operator("olga"));
        List<Ticket> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofMinutes(random.nextInt(3)));
            opened.add(desk.as(tenant, oneOf(ACTORS)).open(command(i)).ticket());
        }
        for (int i = 0; i < count / 2; i++) {
            clock.advance(Duration.ofMinutes(random.nextInt(3)));
            olga.ticket(oneOf(opened))
                    .change(dev.ticketkit.core.command.ChangeTicket.builder()
                            .status(oneOf(STATUSES))
                            .build());
        }
        return opened.stream()
                .map(ticket -> olga.find(ticket.id()).orElseThrow())
                .toList();
    }

    private OpenTicket command(int i) {
        OpenTicket.Builder command = OpenTicket.builder()
                .title(oneOf(WORDS))
                .contact(oneOf(CONTACTS))
                .status(oneOf(STATUSES))
                .priority(oneOf(List.of(Priority.values())));
        if (random.nextBoolean()) {
            command.category(oneOf(WORDS));
        }
        if (random.nextBoolean()) {
            command.owner(oneOf(OWNERS));
        }
        if (random.nextBoolean()) {
            command.description("about " + oneOf(WORDS) + "\nand more");
        }
        if (random.nextBoolean()) {
            command.attributes(Map.of("colour", oneOf(List.of("red", "blue")), "n", "" + random.nextInt(3)));
        }
        if (random.nextInt(3) == 0) {
            command.reference("R" + oneOf(List.of("-", "_", "%", "\ue000", "😀")) + i);
        }
        return command.build();
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
