package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tickets that are counted together have in common. */
record CountGroup(@Nullable Category category, Status status, Priority priority) {
    static List<TicketCount> countsOf(Stream<Ticket> tickets) {
        Map<CountGroup, Sums> groups = new HashMap<>();
        tickets.forEach(ticket ->
                groups.computeIfAbsent(of(ticket), first -> new Sums()).add(ticket));
        return groups.entrySet().stream()
                .map(group -> group.getKey().countOf(group.getValue()))
                .toList();
    }

    private static CountGroup of(Ticket ticket) {
        return new CountGroup(ticket.category(), ticket.status(), ticket.priority());
    }

    private TicketCount countOf(Sums sums) {
        return new TicketCount(category, status, priority, sums.tickets, sums.closedMicros(), sums.reopenings);
    }

    private static final class Sums {
        private long tickets;
        private long reopenings;
        private Duration closed = Duration.ZERO;

        void add(Ticket ticket) {
            tickets++;
            reopenings += ticket.reopenings();
            Duration time = ticket.closingTime();
            if (time != null) {
                closed = closed.plus(time);
            }
        }

        /** More than a long holds: a few hundred thousand tickets that took a century each. */
        BigInteger closedMicros() {
            return BigInteger.valueOf(closed.getSeconds())
                    .multiply(BigInteger.valueOf(1_000_000))
                    .add(BigInteger.valueOf(closed.getNano() / 1_000));
        }
    }
}
