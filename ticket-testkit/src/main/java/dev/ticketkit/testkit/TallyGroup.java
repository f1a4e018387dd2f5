package dev.ticketkit.testkit;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TallyRow;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tickets that are counted together have in common. */
record TallyGroup(@Nullable Category category, Status status, Priority priority) {
    static List<TallyRow> rowsOf(Stream<Ticket> tickets) {
        return tickets.collect(Collectors.groupingBy(TallyGroup::of)).entrySet().stream()
                .map(group -> group.getKey().rowOf(group.getValue()))
                .toList();
    }

    private static TallyGroup of(Ticket ticket) {
        return new TallyGroup(ticket.category(), ticket.status(), ticket.priority());
    }

    private TallyRow rowOf(List<Ticket> tickets) {
        BigInteger closed = tickets.stream().map(TallyGroup::closedMicros).reduce(BigInteger.ZERO, BigInteger::add);
        long reopenings = tickets.stream().mapToLong(Ticket::reopenings).sum();
        return new TallyRow(category, status, priority, tickets.size(), closed, reopenings);
    }

    private static BigInteger closedMicros(Ticket ticket) {
        Duration time = ticket.closingTime();
        return time == null
                ? BigInteger.ZERO
                : BigInteger.valueOf(time.getSeconds())
                        .multiply(BigInteger.valueOf(1_000_000))
                        .add(BigInteger.valueOf(time.getNano() / 1_000));
    }
}
