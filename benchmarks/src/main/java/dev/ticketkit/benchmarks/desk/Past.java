package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of another system to be brought in, the same for each number: three of four are closed.
 *
 * @param text what it says
 * @param reference what it is called there
 * @param openedAt when it was opened
 * @param closedAt when it was closed, or null
 */
public record Past(
        Invented text,
        String reference,
        Instant openedAt,
        @Nullable Instant closedAt) {
    private static final Instant BEGINNING = Instant.parse("2021-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(40);
    private static final int HOURS = 300;
    private static final int OPEN_EVERY = 4;

    /** The ticket of a number. */
    public static Past of(long number) {
        Instant openedAt = BEGINNING.plus(BETWEEN.multipliedBy(number));
        boolean open = number % OPEN_EVERY == 0;
        return new Past(
                Invented.of(number),
                "OLD-" + (10_000_000 + number),
                openedAt,
                open ? null : openedAt.plus(Duration.ofHours(1 + number % HOURS)));
    }

    /** The commands that bring in so many, from a number on. */
    public static Iterator<ImportTicket> tickets(long from, long count) {
        return LongStream.range(from, from + count)
                .mapToObj(number -> of(number).command())
                .iterator();
    }

    private ImportTicket command() {
        OpenTicket.Builder ticket = OpenTicket.builder()
                .title(text.title())
                .description(text.description())
                .category(text.categoryName())
                .priority(Priority.ofRank(text.priority()))
                .contact(Contact.of(text.contactId(), text.contactName()))
                .reference(reference);
        return new ImportTicket(
                (closedAt == null ? ticket : ticket.status(Status.CLOSED.key())).build(), openedAt, closedAt);
    }
}
