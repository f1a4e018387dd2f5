package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tickets counted together: those of one category, status and priority.
 *
 * @param category null for tickets without one
 * @param status the status they are in now
 * @param priority the priority they have now
 * @param tickets how many; 1 or more
 * @param closedMicros the sum of their times from opening to closing in microseconds, over those that are closed (which is all of
 *     them or none, by the status)
 * @param reopenings the sum of their reopenings
 */
public record TicketCount(
        @Nullable Category category,
        Status status,
        Priority priority,
        long tickets,
        BigInteger closedMicros,
        long reopenings) {
    /** Counts tickets one by one. */
    public static List<TicketCount> of(Stream<Ticket> tickets) {
        return CountGroup.countsOf(tickets);
    }
}
