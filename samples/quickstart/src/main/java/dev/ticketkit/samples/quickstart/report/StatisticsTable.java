package dev.ticketkit.samples.quickstart.report;

import dev.ticketkit.core.statistics.CategoryShare;
import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.core.statistics.PriorityCount;
import dev.ticketkit.core.statistics.StatusCount;
import dev.ticketkit.spi.model.MacroStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four statistics for a terminal. */
public final class StatisticsTable {
    private final Figures figures;
    private final List<String> lines = new ArrayList<>();

    private StatisticsTable(Figures figures) {
        this.figures = figures;
    }

    /** The lines, without line ends. */
    public static List<String> lines(Figures figures) {
        StatisticsTable table = new StatisticsTable(figures);
        table.addCategories();
        table.addStatuses();
        table.addPriorities();
        return List.copyOf(table.lines);
    }

    private void addCategories() {
        TextTable table = new TextTable("Category", "Tickets", "Share", "Closed", "Mean closing time", "in hours");
        for (CategoryShare share : figures.categories()) {
            ClosingTime time = figures.closingTime(share.category());
            addCategory(table, Figures.name(share.category()), share.tickets(), share.percent(), time);
        }
        addCategory(table, "All", figures.tickets(), 100, figures.all().closingTime());
        add(table);
    }

    private void addCategory(TextTable table, String name, long tickets, double percent, @Nullable ClosingTime time) {
        @Nullable Double hours = time == null ? null : time.meanHours();
        table.row(
                name,
                Numbers.count(tickets),
                Numbers.percent(percent),
                Numbers.count(time == null ? 0 : time.closed()),
                Numbers.duration(hours, figures.all().closingTime().meanHours()),
                hours == null ? "–" : Numbers.decimal(hours));
    }

    private void addStatuses() {
        TextTable table = new TextTable("Status", "Tickets", "Share", "");
        for (StatusCount status : figures.statuses()) {
            boolean done = status.status().macro() == MacroStatus.TERMINATED;
            table.row(
                    status.label(),
                    Numbers.count(status.tickets()),
                    share(status.tickets()),
                    done ? "terminated " : "in progress");
        }
        table.row("All", Numbers.count(figures.tickets()), Numbers.percent(100), "");
        add(table);
    }

    private void addPriorities() {
        TextTable table = new TextTable("Priority", "Tickets", "Share", "Still open");
        for (PriorityCount priority : figures.priorities()) {
            table.row(
                    priority.label(),
                    Numbers.count(priority.tickets()),
                    share(priority.tickets()),
                    Numbers.count(figures.stillOpen(priority)));
        }
        table.row("All", Numbers.count(figures.tickets()), Numbers.percent(100), Numbers.count(figures.stillOpen()));
        add(table);
    }

    private void add(TextTable table) {
        lines.addAll(table.lines());
        lines.add("");
    }

    private String share(long tickets) {
        return Numbers.percent(100.0 * tickets / figures.tickets());
    }
}
