package dev.ticketkit.samples.quickstart.page;

import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.samples.quickstart.delivery.Told;
import dev.ticketkit.samples.quickstart.report.Figures;
import dev.ticketkit.samples.quickstart.report.Numbers;

/** The five numbers that come first. */
final class KeyFigures {
    private final Figures figures;
    private final Told told;
    private final StringBuilder items = new StringBuilder();

    private KeyFigures(Figures figures, Told told) {
        this.figures = figures;
        this.told = told;
    }

    static String html(Figures figures, Told told) {
        KeyFigures keys = new KeyFigures(figures, told);
        keys.addAll();
        return "<dl class=\"keys\" aria-label=\"Key figures\">\n" + keys.items + "</dl>\n";
    }

    private void addAll() {
        long tickets = figures.tickets();
        int months = figures.months().size();
        long reopenings = figures.all().reopenings();
        ClosingTime closing = figures.all().closingTime();
        add("Tickets", Numbers.count(tickets), Numbers.count(Math.round((double) tickets / months)) + " a month");
        add(
                "Still open",
                Numbers.count(figures.stillOpen()),
                Numbers.percent(hundredth(figures.stillOpen())) + " of all");
        add(
                "Mean closing time",
                Numbers.duration(closing.meanHours()),
                "over " + Numbers.count(closing.closed(), "closed ticket", "closed tickets"));
        add(
                "Reopened",
                Numbers.count(reopenings, "time", "times"),
                Numbers.decimal(hundredth(reopenings)) + " per 100 tickets");
        add(
                "Resolved",
                Numbers.count(figures.resolutions(), "time", "times"),
                "the contact was told " + Numbers.count(told.contacts().notices(), "time", "times"));
    }

    private void add(String name, String value, String more) {
        // The unit is set smaller than the number.
        String[] parts = Html.escape(value).split(" ", 2);
        String shown = parts.length == 1 ? parts[0] : parts[0] + " <small>" + parts[1] + "</small>";
        items.append("<div><dt>%s</dt><dd class=\"value\">%s</dd><dd class=\"more\">%s</dd></div>\n"
                .formatted(Html.escape(name), shown, Html.escape(more)));
    }

    private double hundredth(long part) {
        return 100.0 * part / figures.tickets();
    }
}
