package dev.ticketkit.samples.quickstart.page;

import dev.ticketkit.core.statistics.CategoryShare;
import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.samples.quickstart.report.Figures;
import dev.ticketkit.samples.quickstart.report.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What tickets are about, and how long that takes. */
final class CategoryCards {
    /** A mean over fewer tickets says little. */
    private static final long ENOUGH = 10;

    private static final int MOST_NAMED = 3;

    private final Figures figures;

    CategoryCards(Figures figures) {
        this.figures = figures;
    }

    String shares() {
        List<CategoryShare> shares = figures.categories();
        double largest =
                shares.stream().mapToDouble(CategoryShare::percent).max().orElse(0);
        BarTable table = new BarTable("Tickets by category", "Category", "Tickets", "Share");
        shares.forEach(share -> table.row(
                Figures.name(share.category()),
                new Bar(largest).fill("main", share.percent()),
                Numbers.count(share.tickets()),
                Numbers.percent(share.percent())));
        return Card.html("categories", "half", "What tickets are about", half(shares), table.html());
    }

    String closingTimes() {
        List<ClosingTime> times = figures.all().closingTimes().stream()
                .sorted(Comparator.comparingDouble(CategoryCards::hours).reversed())
                .toList();
        double longest = times.stream().mapToDouble(CategoryCards::hours).max().orElse(0);
        double mean = hours(figures.all().closingTime());
        BarTable table = new BarTable("Mean closing time by category", "Category", "Closed", "Mean");
        times.forEach(time -> table.row(
                Figures.name(time.category()),
                new Bar(longest)
                        .fill(time.closed() < ENOUGH ? "faint" : "main", hours(time))
                        .mark(mean),
                Numbers.count(time.closed()),
                Numbers.duration(time.meanHours(), mean)));
        return Card.html(
                "closing",
                "half",
                "How long until they are closed",
                slowest(times),
                legend(times, mean) + table.html());
    }

    private static String legend(List<ClosingTime> times, double mean) {
        String line = "mean over all: " + Numbers.duration(mean);
        boolean faint = times.stream().anyMatch(time -> time.closed() < ENOUGH);
        return faint
                ? Card.legend("mark", line, "faint", "fewer than " + ENOUGH + " tickets")
                : Card.legend("mark", line);
    }

    /** The categories that together make up half of the tickets. */
    private static String half(List<CategoryShare> shares) {
        double percent = 0;
        int count = 0;
        while (count < shares.size() && percent < 50) {
            percent += shares.get(count).percent();
            count++;
        }
        String makeUp = count == 1 ? " alone makes up " : " make up ";
        return whoever(shares.subList(0, count)) + makeUp + Numbers.percent(percent) + " of all tickets.";
    }

    private static String whoever(List<CategoryShare> shares) {
        if (shares.size() > MOST_NAMED) {
            return "The " + shares.size() + " largest categories";
        }
        List<String> names =
                shares.stream().map(share -> Figures.name(share.category())).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String slowest(List<ClosingTime> slowestFirst) {
        Optional<ClosingTime> slowest =
                slowestFirst.stream().filter(time -> time.closed() >= ENOUGH).findFirst();
        return slowest.map(time -> Figures.name(time.category()) + " takes longest among categories with " + ENOUGH
                        + " or more closed tickets.")
                .orElse("No category has " + ENOUGH + " closed tickets yet.");
    }

    private static double hours(ClosingTime time) {
        Double hours = time.meanHours();
        return hours == null ? 0 : hours;
    }
}
