package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.TicketChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random openings spread over half a year and random changes of every kind that statistics may have to follow. */
public final class RandomLife {
    private static final int DAYS = 180;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("Europe/Rome"), ZoneId.of("America/St_Johns"));

    private final TicketFixtures make;
    private final Random random;
    private final RandomTickets tickets;

    /** Lives of a tenant's tickets. */
    public RandomLife(TicketFixtures make, Random random) {
        this.make = make;
        this.random = random;
        this.tickets = new RandomTickets(make, random);
    }

    /** A ticket opened at some time in some status. */
    public TicketChange opening() {
        TicketBuilder ticket = tickets.next();
        Instant openedAt = time();
        Ticket drawn = ticket.build();
        return make.opening(ticket.reference(new Reference("R-" + UUID.randomUUID()))
                .openedAt(openedAt)
                .updatedAt(openedAt)
                .closedAt(drawn.status().macro() == MacroStatus.TERMINATED ? openedAt : null)
                .build());
    }

    /** A change of a ticket, often of nothing that is counted. */
    public TicketChange change(Ticket before) {
        return switch (random.nextInt(9)) {
            case 0 -> make.note(before, NoteVisibility.PUBLIC, "note");
            case 1 -> make.change(before, edit -> edit.title("Title " + random.nextInt(1_000)));
            case 2 -> make.change(before, edit -> edit.priority(tickets.oneOf(List.of(Priority.values()))));
            case 3 ->
                make.change(
                        before,
                        edit -> edit.category(
                                random.nextInt(3) == 0
                                        ? null
                                        : make.category(tickets.oneOf(RandomTickets.CATEGORIES))));
            case 4 ->
                make.change(before, edit -> edit.owner(tickets.next().build().owner()));
            case 5 -> deletion(before);
            case 6 ->
                before.erasedAt() == null
                        ? make.erasure(before, new Reference("erased " + UUID.randomUUID()))
                        : moved(before);
            default -> moved(before);
        };
    }

    /** Into another status, days later. */
    TicketChange moved(Ticket before) {
        Status status = tickets.oneOf(RandomTickets.STATUSES);
        Instant at = before.updatedAt().plus(Duration.ofMinutes(random.nextInt(20_000)));
        boolean closes = status.macro() == MacroStatus.TERMINATED;
        boolean closed = before.status().macro() == MacroStatus.TERMINATED;
        @Nullable Instant closedAt = closes ? (closed ? before.closedAt() : at) : null;
        return make.change(before, edit -> edit.status(status)
                .updatedAt(at)
                .closedAt(closedAt)
                .reopenings(before.reopenings() + (closed && !closes ? 1 : 0)));
    }

    /** Out of the statistics, or back. */
    TicketChange deletion(Ticket before) {
        Instant at = before.updatedAt().plusSeconds(1);
        return make.change(before, edit -> edit.deletedAt(before.deletedAt() == null ? at : null));
    }

    /** Nothing, all of time, whole days of a zone, or any stretch. */
    InstantRange range() {
        ZoneId zone = tickets.oneOf(ZONES);
        LocalDate first = LocalDate.ofInstant(time(), zone);
        return switch (random.nextInt(4)) {
            case 0 -> InstantRange.of(random.nextBoolean() ? null : time(), random.nextBoolean() ? null : time());
            case 1 -> days(first.withDayOfMonth(1), first.withDayOfMonth(1).plusMonths(1 + random.nextInt(3)), zone);
            case 2 -> days(first, first.plusDays(1 + random.nextInt(3)), zone);
            default -> days(first, first.plusDays(1 + random.nextInt(DAYS)), zone);
        };
    }

    private static InstantRange days(LocalDate first, LocalDate end, ZoneId zone) {
        return InstantRange.of(
                first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
    }

    /** Sometimes the very edge of a day. */
    private Instant time() {
        Instant day = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(DAYS)));
        return switch (random.nextInt(8)) {
            case 0 -> day;
            case 1 -> day.minusNanos(1_000);
            default -> day.plusSeconds(random.nextInt(86_400)).plusNanos(random.nextInt(1_000_000) * 1_000L);
        };
    }
}
