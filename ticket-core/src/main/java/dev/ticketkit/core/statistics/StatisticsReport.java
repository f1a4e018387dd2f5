package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statistics of one query.
 *
 * @param tickets how many tickets the shares and counts are about
 * @param categories the share of each category, the largest first
 * @param statuses the count of each status in the catalogue's order: every visible one, and hidden ones that still have tickets
 * @param priorities the count of each priority, most urgent first
 * @param closingTimes the closing time of each category with closed tickets, the largest number of them first
 * @param closingTime the closing time over all tickets: the mean over tickets, not of means
 * @param reopenings how often the counted tickets were reopened, ever
 * @param statusEntries how often tickets entered each status by a change in the range, by key
 */
@JsonPropertyOrder({
    "tickets",
    "categories",
    "statuses",
    "priorities",
    "closingTimes",
    "closingTime",
    "reopenings",
    "statusEntries"
})
public record StatisticsReport(
        long tickets,
        List<CategoryShare> categories,
        List<StatusCount> statuses,
        List<PriorityCount> priorities,
        List<ClosingTime> closingTimes,
        ClosingTime closingTime,
        long reopenings,
        Map<String, Long> statusEntries) {
    /** Copies the collections. */
    public StatisticsReport {
        categories = List.copyOf(categories);
        statuses = List.copyOf(statuses);
        priorities = List.copyOf(priorities);
        closingTimes = List.copyOf(closingTimes);
        statusEntries = Collections.unmodifiableSortedMap(new TreeMap<>(statusEntries));
    }

    /** How often a counted ticket was reopened, on average over all of them; 0 when there are none. */
    public double reopenRate() {
        return tickets == 0 ? 0 : (double) reopenings / tickets;
    }
}
