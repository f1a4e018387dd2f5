package dev.ticketkit.samples.quickstart.page;

import dev.ticketkit.core.statistics.MonthlyFlow;
import dev.ticketkit.samples.quickstart.report.Numbers;
import java.util.Comparator;
import java.util.List;

/** What came in and went out. */
final class MonthCard {
    private MonthCard() {}

    static String html(List<MonthlyFlow> months, String lastDay) {
        String legend = Card.legend("opened", "opened", "closed", "closed");
        String chart = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Chart, scrolls sideways\">\n"
                + new MonthChart(months).svg() + "</div>\n";
        return Card.html(
                "months",
                "wide",
                "What came in and went out each month",
                busiest(months, lastDay),
                legend + chart + table(months));
    }

    private static String busiest(List<MonthlyFlow> months, String lastDay) {
        MonthlyFlow opened = months.stream()
                .max(Comparator.comparingLong(MonthlyFlow::opened))
                .orElseThrow();
        MonthlyFlow closed = months.stream()
                .max(Comparator.comparingLong(MonthlyFlow::closed))
                .orElseThrow();
        return "Most were opened in " + MonthChart.name(opened.month()) + " (" + Numbers.count(opened.opened())
                + "), most closed in " + MonthChart.name(closed.month()) + " (" + Numbers.count(closed.closed())
                + "). The log ends on " + lastDay + ".";
    }

    private static String table(List<MonthlyFlow> months) {
        StringBuilder rows = new StringBuilder();
        for (MonthlyFlow month : months) {
            rows.append("<tr><th scope=\"row\">%s</th><td class=\"num\">%s</td><td class=\"num\">%s</td></tr>\n"
                    .formatted(
                            MonthChart.name(month.month()),
                            Numbers.count(month.opened()),
                            Numbers.count(month.closed())));
        }
        return """
                <details><summary>The same in numbers</summary>
                <table class="plain"><caption>Tickets opened and closed in each month</caption>
                <thead><tr><th scope="col">Month</th><th scope="col" class="num">Opened</th>\
                <th scope="col" class="num">Closed</th></tr></thead>
                <tbody>
                %s</tbody></table></details>
                """.formatted(rows);
    }
}
