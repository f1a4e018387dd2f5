package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random tickets with many equal and many empty values. The same seed makes the same tickets. Not thread-safe. */
final class RandomTickets {
    /** Words that differ by case, width, accents and plane: code point order is not the order of UTF-16 units. */
    static final List<String> WORDS = List.of(
            "printer",
            "Printer",
            "PRINTER",
            "\uFF50rinter",
            "stra\u00DFe",
            "STRASSE",
            "caf\u00E9",
            "cafe",
            "Zebra",
            "zebra",
            "\u00E4pfel",
            "\u0130stanbul",
            "istanbul",
            "\uD83D\uDE00",
            "\uFB01le",
            "\uFFFD",
            "10",
            "9",
            "a b",
            "a\u00A0b",
            "a-b");

    static final List<String> CATEGORIES =
            List.of("Assistance", "logistics", "Logistics", "\u00C4rger", "\uD83D\uDE00 fun");
    static final List<String> PEOPLE = List.of("p-1", "p-2", "P-1", "p-3");
    static final List<Status> STATUSES = Arrays.asList(
            Status.OPEN,
            Status.WAITING,
            Status.RESOLVED,
            Status.CLOSED,
            new Status("later", MacroStatus.IN_PROGRESS, 8),
            new Status("bug-invalid", MacroStatus.TERMINATED, 9));

    /** Few instants, so that many tickets share one. */
    static final List<Instant> TIMES = IntStream.range(0, 12)
            .mapToObj(n -> TicketFixtures.START.plusSeconds(n * 3_600L).plusNanos(n % 3 * 1_000L))
            .toList();

    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final List<Origin> ORIGINS = List.of(Origin.values());

    private final TicketFixtures make;
    private final Random random;
    private int made;

    RandomTickets(TicketFixtures make, Random random) {
        this.make = make;
        this.random = random;
    }

    TicketBuilder next() {
        made++;
        Status status = oneOf(STATUSES);
        int opened = random.nextInt(TIMES.size());
        Instant later = TIMES.get(opened + random.nextInt(TIMES.size() - opened));
        return make.ticket()
                .id(new TicketId(new UUID(random.nextLong(), random.nextLong())))
                .reference(new Reference(oneOf(WORDS) + " " + made))
                .title(oneOf(WORDS) + (random.nextBoolean() ? "" : " " + oneOf(WORDS)))
                .description(orNull(oneOf(WORDS) + "\n" + oneOf(WORDS)))
                .status(status)
                .priority(oneOf(PRIORITIES))
                .category(random.nextInt(3) == 0 ? null : make.category(oneOf(CATEGORIES)))
                .contact(Contact.of(oneOf(PEOPLE), orNull(oneOf(WORDS))))
                .owner(random.nextInt(3) == 0 ? null : new Party(oneOf(PEOPLE), oneOf(WORDS)))
                .origin(oneOf(ORIGINS))
                .attributes(random.nextBoolean() ? Map.of() : Map.of("colour", oneOf(WORDS), "size", oneOf(PEOPLE)))
                .openedAt(TIMES.get(opened))
                .updatedAt(later)
                .closedAt(status.macro() == MacroStatus.TERMINATED ? later : null)
                .reopenings(random.nextInt(3));
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private @Nullable String orNull(String value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
