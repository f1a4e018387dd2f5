package dev.ticketkit.samples.helpdesk.ticketlist;

import dev.ticketkit.core.desk.Statistics;
import dev.ticketkit.core.statistics.PriorityCount;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.statistics.StatisticsReport;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures on top of the list.
 *
 * @param open tickets in progress now
 * @param priorities the same by priority, most urgent first
 * @param opened tickets opened this month
 * @param closed tickets closed this month
 * @param closingTime their mean time from opening to closing, or null
 */
record Overview(
        long open,
        List<PriorityCount> priorities,
        long opened,
        long closed,
        @Nullable Duration closingTime) {
    /** Of what the actor may read. */
    static Overview of(Statistics statistics) {
        StatisticsReport now = statistics.report(
                StatisticsQuery.builder().basis(CountBasis.OPEN_NOW).build());
        StatisticsReport month = statistics.report();
        return new Overview(
                now.tickets(),
                now.priorities(),
                month.tickets(),
                month.closingTime().closed(),
                month.closingTime().mean());
    }

    /** How wide a priority's piece of the bar is, of a hundred. */
    public long share(PriorityCount count) {
        return open == 0 ? 0 : Math.round(100.0 * count.tickets() / open);
    }
}
