package dev.ticketkit.core.statistics;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the tickets in progress have been open.
 *
 * @param bands the tickets by age, the youngest first
 * @param oldest the age of the oldest one; null when there is none
 */
public record BacklogAge(List<Band> bands, @Nullable Duration oldest) {
    /** Copies the list. */
    public BacklogAge {
        bands = List.copyOf(bands);
    }

    /**
     * Tickets between two ages.
     *
     * @param from the lowest age inside; tickets opened in the future are in the first band
     * @param until the lowest age outside; null for no limit
     * @param tickets how many; may be 0
     */
    public record Band(Duration from, @Nullable Duration until, long tickets) {}
}
