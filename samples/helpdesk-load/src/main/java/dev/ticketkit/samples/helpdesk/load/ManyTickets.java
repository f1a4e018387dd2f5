package dev.ticketkit.samples.helpdesk.load;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tickets of two years and five thousand contacts; a tenth of them is in progress. */
final class ManyTickets {
    private static final int CONTACTS = 5_000;
    private static final long TWO_YEARS = Duration.ofDays(730).toMinutes();
    private static final List<String> THINGS = List.of(
            "parcel",
            "invoice",
            "printer",
            "account",
            "refund",
            "tablet",
            "address",
            "battery",
            "delivery",
            "password");
    private static final List<String> FATES = List.of(
            "is late",
            "is broken",
            "was lost",
            "came twice",
            "does not start",
            "has a wrong name",
            "is too loud",
            "never came");
    private static final List<String> CATEGORIES = List.of("Logistics", "Billing", "Assistance", "Account");
    private static final List<Status> OPEN = List.of(Status.OPEN, Status.IN_PROGRESS, Status.WAITING);
    private static final List<Status> DONE = List.of(Status.RESOLVED, Status.CLOSED);
    private static final List<String> OWNERS = List.of("anna", "oliver", "marta", "sofia");

    private final Random random = new Random(15);
    private final Instant now = Instant.now();

    private ManyTickets() {}

    /** Brings them in. */
    static void bringIn(TicketDesk desk, int count) {
        ManyTickets tickets = new ManyTickets();
        Stream<ImportTicket> rows = IntStream.range(0, count).mapToObj(tickets::row);
        desk.as("acme", Actor.host("load")).importTickets(rows.iterator());
    }

    private ImportTicket row(int number) {
        boolean open = random.nextInt(10) == 0;
        Instant opened = now.minus(Duration.ofMinutes(1 + (long) (random.nextDouble() * TWO_YEARS)));
        long life = Duration.between(opened, now).toMinutes();
        Instant closed = opened.plus(Duration.ofMinutes((long) (random.nextDouble() * Math.min(life, 20_000))));
        return new ImportTicket(ticket(number, one(open ? OPEN : DONE)), opened, open ? null : closed);
    }

    private OpenTicket ticket(int number, Status status) {
        int contact = random.nextInt(CONTACTS);
        String title = "The " + one(THINGS) + " " + one(FATES) + ", order " + (10_000 + random.nextInt(90_000));
        return OpenTicket.builder()
                .reference("L-" + number)
                .title(title)
                .description("It " + one(FATES) + " since Monday. The " + one(THINGS) + " " + one(FATES) + " too.")
                .contact(new Contact("c" + contact, "Contact " + contact, null, "c" + contact + "@example.com", "en"))
                .priority(one(List.of(Priority.values())))
                .status(status.key())
                .category(one(CATEGORIES))
                .owner(owner())
                .build();
    }

    private @Nullable Party owner() {
        String owner = one(OWNERS);
        return random.nextInt(5) == 0 ? null : new Party(owner, owner);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
