package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.model.MacroStatus;
import java.util.List;
import java.util.Map;

/**
 * What a report of statistics is made of. Immutable.
 *
 * @param counted the tickets that shares and counts are about
 * @param closed the tickets that closing times are about, by category, in no order; all of them are closed
 * @param statusEntries how often tickets entered each status, see {@link StatisticsStore#statusEntries}
 */
public record CountReport(CountSummary counted, List<CategoryCount> closed, Map<String, Long> statusEntries) {
    /** No tickets. */
    public static final CountReport EMPTY = new CountReport(CountSummary.EMPTY, List.of(), Map.of());

    /** Copies both collections; of those closed it leaves out what is in progress. */
    public CountReport {
        closed = closed.stream()
                .filter(row -> row.macro() == MacroStatus.TERMINATED)
                .toList();
        statusEntries = Map.copyOf(statusEntries);
    }
}
