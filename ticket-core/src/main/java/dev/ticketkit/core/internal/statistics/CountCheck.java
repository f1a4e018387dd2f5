package dev.ticketkit.core.internal.statistics;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts tickets one by one in a single pass: the calculator every store's statistics must agree with. Folds of parts may be merged;
 * the order of tickets and parts does not matter. Not thread-safe.
 */
public final class CountCheck {
    private final CountBasis reading;
    private final InstantRange range;
    private final Map<Group, TicketCount> rows = new HashMap<>();

    /** A check that has seen no ticket. */
    public CountCheck(CountBasis reading, InstantRange range) {
        this.reading = reading;
        this.range = range;
    }

    /** Counts a ticket, if the reading includes it. */
    public CountCheck add(Ticket ticket) {
        if (ticket.deletedAt() == null && includes(ticket)) {
            add(new TicketCount(
                    ticket.category(),
                    ticket.status(),
                    ticket.priority(),
                    1,
                    micros(ticket.closingTime()),
                    ticket.reopenings()));
        }
        return this;
    }

    /** Adds what another check of the same reading and range has counted. */
    public CountCheck merge(CountCheck other) {
        other.rows.values().forEach(this::add);
        return this;
    }

    /** The counted groups, in no order. */
    public List<TicketCount> rows() {
        return List.copyOf(rows.values());
    }

    private boolean includes(Ticket ticket) {
        return switch (reading) {
            case OPENED -> range.contains(ticket.openedAt());
            case CLOSED -> ticket.closedAt() != null && range.contains(ticket.closedAt());
            case OPEN_NOW -> ticket.status().macro() == MacroStatus.IN_PROGRESS;
        };
    }

    private void add(TicketCount row) {
        rows.merge(new Group(row.category(), row.status(), row.priority()), row, CountCheck::sum);
    }

    private static TicketCount sum(TicketCount one, TicketCount other) {
        return new TicketCount(
                one.category(),
                one.status(),
                one.priority(),
                one.tickets() + other.tickets(),
                one.closedMicros().add(other.closedMicros()),
                one.reopenings() + other.reopenings());
    }

    private static BigInteger micros(@Nullable Duration closingTime) {
        return closingTime == null
                ? BigInteger.ZERO
                : BigInteger.valueOf(closingTime.getSeconds() * 1_000_000 + closingTime.getNano() / 1_000);
    }

    private record Group(@Nullable Category category, Status status, Priority priority) {}
}
