package dev.ticketkit.samples.quickstart.page;

import java.util.ArrayList;
import java.util.List;

/** A table with a bar in each row: a chart that every reader, and a printer, can use. */
final class BarTable {
    private static final int MOST_ROWS = 24;

    private final String caption;
    private final List<String> titles;
    private final List<String> rows = new ArrayList<>();
    private int left;

    /**
     * A table.
     *
     * @param caption what it shows, for screen readers
     * @param titles of the columns, without that of the bars, which come second
     */
    BarTable(String caption, String... titles) {
        this.caption = caption;
        this.titles = List.of(titles);
    }

    /** A row; those beyond the page's patience are only counted. */
    BarTable row(String label, Bar bar, String... numbers) {
        if (rows.size() >= MOST_ROWS) {
            left++;
            return this;
        }
        StringBuilder cells = new StringBuilder();
        for (String number : numbers) {
            cells.append("<td class=\"num\">").append(Html.escape(number)).append("</td>");
        }
        rows.add("<tr><th scope=\"row\"><bdi>" + Html.escape(label) + "</bdi></th><td>" + bar.svg() + "</td>" + cells
                + "</tr>\n");
        return this;
    }

    /** A line above the rows that follow. */
    BarTable group(String label) {
        rows.add("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"" + (titles.size() + 1) + "\">"
                + Html.escape(label) + "</th></tr>\n");
        return this;
    }

    String html() {
        return "<table class=\"bars\"><caption>" + Html.escape(caption) + "</caption>\n<thead><tr>" + head()
                + "</tr></thead>\n<tbody>\n" + String.join("", rows) + rest() + "</tbody></table>\n";
    }

    private String head() {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < titles.size(); i++) {
            String kind = i == 0 ? "" : " class=\"num\"";
            cells.append("<th scope=\"col\"" + kind + ">" + Html.escape(titles.get(i)) + "</th>");
            if (i == 0) {
                cells.append("<td></td>");
            }
        }
        return cells.toString();
    }

    private String rest() {
        return left == 0
                ? ""
                : "<tr class=\"rest\"><td colspan=\"" + (titles.size() + 1) + "\">and " + left + " more</td></tr>\n";
    }
}
