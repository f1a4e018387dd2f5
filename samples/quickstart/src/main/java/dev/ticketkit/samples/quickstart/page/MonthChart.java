package dev.ticketkit.samples.quickstart.page;

import dev.ticketkit.core.statistics.MonthlyFlow;
import dev.ticketkit.samples.quickstart.report.Numbers;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Tickets opened as columns, tickets closed as a line over them, month by month. */
final class MonthChart {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final double LEFT = 48;
    private static final double RIGHT = 1072;
    private static final double TOP = 12;
    private static final double BOTTOM = 252;
    private static final double WIDEST_COLUMN = 44;
    private static final double LABEL_WIDTH = 34;
    private static final int MOST_DOTS = 36;

    private final List<MonthlyFlow> months;
    private final Scale scale;
    private final double step;
    private final StringBuilder svg = new StringBuilder();

    MonthChart(List<MonthlyFlow> months) {
        this.months = months;
        scale = new Scale(months.stream()
                .mapToLong(month -> Math.max(month.opened(), month.closed()))
                .max()
                .orElse(0));
        step = (RIGHT - LEFT) / Math.max(1, months.size());
    }

    /** A month in words. */
    static String name(YearMonth month) {
        return FULL.format(month);
    }

    String svg() {
        svg.append("<svg class=\"months\" viewBox=\"0 0 1080 300\" role=\"img\" aria-labelledby=\"months-title\">\n");
        svg.append("<title id=\"months-title\">Tickets opened and closed in each month</title>\n");
        scale.lines().forEach(this::addLine);
        for (int i = 0; i < months.size(); i++) {
            addColumn(i);
            addLabels(i);
        }
        addClosed();
        months.forEach(this::addHover);
        return svg.append("</svg>\n").toString();
    }

    private void addLine(long value) {
        add("<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%3$.1f\"/>", LEFT, RIGHT, y(value));
        add(
                "<text class=\"axis\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
                LEFT - 8, y(value) + 4, Numbers.count(value));
    }

    private void addColumn(int i) {
        double width = Math.min(WIDEST_COLUMN, step * 0.68);
        double y = y(months.get(i).opened());
        add(
                "<rect class=\"opened\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\"/>\n",
                x(i) - width / 2, y, width, BOTTOM - y);
    }

    private void addLabels(int i) {
        YearMonth month = months.get(i).month();
        boolean quarter = month.getMonthValue() % 3 == 1;
        boolean january = month.getMonthValue() == 1;
        if (step >= LABEL_WIDTH || (quarter && 3 * step >= LABEL_WIDTH)) {
            add(
                    "<text class=\"axis\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>\n",
                    x(i), BOTTOM + 18, MONTH.format(month));
        }
        boolean roomForFirst = i == 0 && (13 - month.getMonthValue()) * step > 2 * LABEL_WIDTH;
        if (january || roomForFirst) {
            add(
                    "<text class=\"year\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%d</text>\n",
                    x(i), BOTTOM + 38, month.getYear());
        }
    }

    private void addClosed() {
        svg.append("<polyline class=\"closed\" points=\"");
        for (int i = 0; i < months.size(); i++) {
            add("%.1f,%.1f ", x(i), y(months.get(i).closed()));
        }
        svg.append("\"/>\n");
        for (int i = 0; i < months.size() && months.size() <= MOST_DOTS; i++) {
            add(
                    "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n",
                    x(i), y(months.get(i).closed()));
        }
    }

    /** The whole height of a month answers to the pointer, so that a low column is easy to hit. */
    private void addHover(MonthlyFlow month) {
        int i = months.indexOf(month);
        add(
                "<rect class=\"hover\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                        + "<title>%s: %s opened, %s closed</title></rect>\n",
                x(i) - step / 2,
                TOP,
                step,
                BOTTOM - TOP,
                name(month.month()),
                Numbers.count(month.opened()),
                Numbers.count(month.closed()));
    }

    private double x(int i) {
        return LEFT + (i + 0.5) * step;
    }

    private double y(long value) {
        return BOTTOM - (BOTTOM - TOP) * scale.part(value);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
