package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tickets counted together: those of one category that are in progress, or those that are closed.
 *
 * @param category null for tickets without one
 * @param macro what kind of status they are in now
 * @param tickets how many; 1 or more
 * @param closedMicros the sum of their times from opening to closing in microseconds, over those that are closed
 * @param reopenings the sum of their reopenings
 */
public record CategoryCount(
        @Nullable Category category, MacroStatus macro, long tickets, BigInteger closedMicros, long reopenings) {

    /** Both together; category and kind of status are this one's. */
    public CategoryCount plus(CategoryCount other) {
        return new CategoryCount(
                category,
                macro,
                tickets + other.tickets,
                closedMicros.add(other.closedMicros),
                reopenings + other.reopenings);
    }
}
