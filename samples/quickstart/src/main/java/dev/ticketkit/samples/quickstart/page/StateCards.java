package dev.ticketkit.samples.quickstart.page;

import dev.ticketkit.core.statistics.PriorityCount;
import dev.ticketkit.core.statistics.StatusCount;
import dev.ticketkit.samples.quickstart.report.Figures;
import dev.ticketkit.samples.quickstart.report.Numbers;
import dev.ticketkit.spi.model.MacroStatus;
import java.util.List;
import java.util.Locale;

/** Where tickets stand, and how urgent they are. */
final class StateCards {
    private final Figures figures;

    StateCards(Figures figures) {
        this.figures = figures;
    }

    String statuses() {
        BarTable table = new BarTable("Tickets by status", "Status", "Tickets", "Share");
        addStatuses(table, MacroStatus.IN_PROGRESS, "In progress", "open");
        addStatuses(table, MacroStatus.TERMINATED, "Terminated", "main");
        return Card.html("status", "half", "Where they stand", done(), table.html());
    }

    String priorities() {
        BarTable table = new BarTable("Tickets by priority", "Priority", "Tickets", "Share");
        addPriorities(table, "All", "main", figures.priorities(), figures.tickets());
        List<PriorityCount> open = figures.open().priorities().stream()
                .filter(each -> each.tickets() > 0)
                .toList();
        addPriorities(table, "Still open", "open", open, figures.stillOpen());
        return Card.html("priority", "half", "How urgent they are", mostUrgent(figures.priorities()), table.html());
    }

    private static void addPriorities(
            BarTable table, String name, String kind, List<PriorityCount> priorities, long tickets) {
        double largest =
                priorities.stream().mapToDouble(PriorityCount::tickets).max().orElse(0);
        table.group(name + ": " + Numbers.count(tickets, "ticket", "tickets"));
        priorities.forEach(each -> table.row(
                each.label(),
                new Bar(largest).fill(kind, (double) each.tickets()),
                Numbers.count(each.tickets()),
                Numbers.percent(100.0 * each.tickets() / tickets)));
    }

    private void addStatuses(BarTable table, MacroStatus macro, String name, String kind) {
        List<StatusCount> statuses = figures.statuses().stream()
                .filter(each -> each.status().macro() == macro)
                .toList();
        long tickets = statuses.stream().mapToLong(StatusCount::tickets).sum();
        long largest = figures.statuses().stream()
                .mapToLong(StatusCount::tickets)
                .max()
                .orElse(0);
        table.group(name + ": " + Numbers.count(tickets, "ticket", "tickets"));
        statuses.forEach(each -> table.row(
                each.label(),
                new Bar(largest).fill(kind, (double) each.tickets()),
                Numbers.count(each.tickets()),
                share(each.tickets())));
    }

    private String done() {
        long done = figures.tickets() - figures.stillOpen();
        return share(done) + " of all tickets are done, " + Numbers.count(figures.stillOpen(), "is", "are")
                + " still in progress.";
    }

    private String mostUrgent(List<PriorityCount> priorities) {
        if (priorities.isEmpty()) {
            return "";
        }
        PriorityCount first = priorities.get(0);
        return share(first.tickets()) + " of all tickets have priority "
                + first.label().toLowerCase(Locale.ENGLISH) + "; "
                + Numbers.count(figures.stillOpen(first)) + " of these "
                + (figures.stillOpen(first) == 1 ? "is" : "are") + " still open.";
    }

    private String share(long tickets) {
        return Numbers.percent(100.0 * tickets / figures.tickets());
    }
}
