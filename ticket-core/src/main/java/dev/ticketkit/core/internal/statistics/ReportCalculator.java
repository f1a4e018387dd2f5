package dev.ticketkit.core.internal.statistics;

import dev.ticketkit.core.catalogue.PriorityBook;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.statistics.CategoryShare;
import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.core.statistics.PriorityCount;
import dev.ticketkit.core.statistics.StatisticsReport;
import dev.ticketkit.core.statistics.StatusCount;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.storage.statistics.CategoryCount;
import dev.ticketkit.spi.storage.statistics.CountReport;
import dev.ticketkit.spi.storage.statistics.CountSummary;
import dev.ticketkit.spi.text.FoldedText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a report of counted groups, whoever counted them; for one report. */
public final class ReportCalculator {
    private final CountReport counts;
    private final CountSummary counted;

    /** Each name is compared many times. */
    private final Map<String, String> folded = new HashMap<>();

    public ReportCalculator(CountReport counts) {
        this.counts = counts;
        this.counted = counts.counted();
    }

    public StatisticsReport report(StatusBook statuses, PriorityBook priorities) {
        List<ClosingTime> times = closingTimes();
        ClosingTime overall = times.stream().reduce(new ClosingTime(null, 0, BigInteger.ZERO), ReportCalculator::sum);
        long tickets = counted.priorities().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long reopenings = counted.categories().stream()
                .mapToLong(CategoryCount::reopenings)
                .sum();
        return new StatisticsReport(
                tickets,
                shares(tickets),
                statuses(statuses),
                priorities(priorities),
                times,
                overall,
                reopenings,
                counts.statusEntries());
    }

    private List<CategoryShare> shares(long total) {
        Map<Optional<Category>, Long> counts = new HashMap<>();
        counted.categories()
                .forEach(row -> counts.merge(Optional.ofNullable(row.category()), row.tickets(), Long::sum));
        return counts.entrySet().stream()
                .map(e -> new CategoryShare(e.getKey().orElse(null), e.getValue(), 100.0 * e.getValue() / total))
                .sorted(Comparator.comparingLong(CategoryShare::tickets)
                        .reversed()
                        .thenComparing(share -> nameOrder(Optional.ofNullable(share.category()))))
                .toList();
    }

    private List<StatusCount> statuses(StatusBook book) {
        Map<Status, Long> counts = counted.statuses();
        List<StatusCount> rows = new ArrayList<>();
        for (StatusEntry entry : book.entries()) {
            long tickets = counts.getOrDefault(entry.status(), 0L);
            if (!entry.hidden() || tickets > 0) {
                rows.add(new StatusCount(entry.status(), book.label(entry), tickets));
            }
        }
        // Tickets that were deleted when their status was removed may be back.
        counts.entrySet().stream()
                .filter(count -> book.find(count.getKey().key()).isEmpty())
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Status::position)))
                .map(count -> new StatusCount(count.getKey(), count.getKey().key(), count.getValue()))
                .forEach(rows::add);
        return rows;
    }

    private List<PriorityCount> priorities(PriorityBook book) {
        return book.entries().stream()
                .map(entry -> new PriorityCount(
                        entry.priority(),
                        book.label(entry),
                        counted.priorities().getOrDefault(entry.priority(), 0L)))
                .toList();
    }

    private List<ClosingTime> closingTimes() {
        Map<Optional<Category>, ClosingTime> times = new LinkedHashMap<>();
        for (CategoryCount row : counts.closed()) {
            ClosingTime time = new ClosingTime(row.category(), row.tickets(), row.closedMicros());
            times.merge(Optional.ofNullable(row.category()), time, ReportCalculator::sum);
        }
        return times.values().stream()
                .sorted(Comparator.comparingLong(ClosingTime::closed)
                        .reversed()
                        .thenComparing(time -> nameOrder(Optional.ofNullable(time.category()))))
                .toList();
    }

    /** By folded name; tickets without a category after all that have one. */
    private String nameOrder(Optional<Category> category) {
        return category.map(c -> folded.computeIfAbsent(
                        c.name(), name -> "0" + FoldedText.of(name).value()))
                .orElse("1");
    }

    private static ClosingTime sum(ClosingTime one, ClosingTime other) {
        return new ClosingTime(
                one.category(), one.closed() + other.closed(), one.totalMicros().add(other.totalMicros()));
    }
}
