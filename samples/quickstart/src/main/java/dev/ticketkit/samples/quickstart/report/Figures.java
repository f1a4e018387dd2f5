package dev.ticketkit.samples.quickstart.report;

import dev.ticketkit.core.desk.Statistics;
import dev.ticketkit.core.statistics.CategoryShare;
import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.core.statistics.MonthlyFlow;
import dev.ticketkit.core.statistics.PriorityCount;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.statistics.StatisticsReport;
import dev.ticketkit.core.statistics.StatusCount;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statistics over all tickets of a tenant.
 *
 * @param all every ticket
 * @param open the tickets in progress
 * @param months tickets opened and closed in each month, at most {@value #MAX_MONTHS}
 */
public record Figures(StatisticsReport all, StatisticsReport open, List<MonthlyFlow> months) {
    private static final int MAX_MONTHS = 240;

    /** Asks the desk. */
    public static Figures of(Statistics statistics, Instant first, Instant last) {
        YearMonth end = month(last);
        YearMonth begin = month(first);
        YearMonth earliest = end.minusMonths(MAX_MONTHS - 1);
        StatisticsQuery.Builder everything = StatisticsQuery.builder().allTime();
        return new Figures(
                statistics.report(everything.build()),
                statistics.report(everything.basis(CountBasis.OPEN_NOW).build()),
                statistics.monthlyFlow(begin.isBefore(earliest) ? earliest : begin, end));
    }

    /** All tickets. */
    public long tickets() {
        return all.tickets();
    }

    /** Tickets in progress. */
    public long stillOpen() {
        return open.tickets();
    }

    /** How often tickets were changed into Resolved. */
    public long resolutions() {
        return all.statusEntries().getOrDefault(Status.RESOLVED.key(), 0L);
    }

    /** The closing time of a category's tickets, or null when none of them is closed. */
    public @Nullable ClosingTime closingTime(@Nullable Category category) {
        return all.closingTimes().stream()
                .filter(time -> same(time.category(), category))
                .findFirst()
                .orElse(null);
    }

    /** The name of a category to show. */
    public static String name(@Nullable Category category) {
        return category == null ? "(no category)" : category.name();
    }

    /** The categories with tickets, the largest first. */
    public List<CategoryShare> categories() {
        return all.categories();
    }

    /** The statuses with tickets, in order. */
    public List<StatusCount> statuses() {
        return all.statuses().stream().filter(each -> each.tickets() > 0).toList();
    }

    /** The priorities with tickets, most urgent first. */
    public List<PriorityCount> priorities() {
        return all.priorities().stream().filter(each -> each.tickets() > 0).toList();
    }

    /** How many tickets in progress have a priority. */
    public long stillOpen(PriorityCount priority) {
        return open.priorities().stream()
                .filter(each -> each.priority() == priority.priority())
                .mapToLong(PriorityCount::tickets)
                .sum();
    }

    private static boolean same(@Nullable Category one, @Nullable Category other) {
        return one == null ? other == null : other != null && one.id().equals(other.id());
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }
}
