package dev.ticketkit.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** A bar from the goal to what was reached, on a logarithmic scale that all bars of a page share. */
final class GoalBar {
    /** So that a result just at its goal is still seen. */
    private static final double THINNEST = 0.6;

    private static final double MIDDLE = 50;
    private static final double LEAST_SPAN = 1;

    private final double span;

    /** A scale for all these results. */
    GoalBar(List<Result> results) {
        span = results.stream()
                .mapToDouble(each -> Math.abs(doublings(each)))
                .filter(Double::isFinite)
                .max()
                .orElse(LEAST_SPAN);
    }

    String svg(Result result) {
        StringBuilder svg = new StringBuilder("<svg class=\"bar\" height=\"18\" aria-hidden=\"true\">");
        for (double line = 1; line <= span; line++) {
            addLine(svg, "grid", MIDDLE + width(line));
            addLine(svg, "grid", MIDDLE - width(line));
        }
        double width = Math.max(THINNEST, Math.min(MIDDLE, Math.abs(width(doublings(result)))));
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f%%\" y=\"4\" width=\"%.2f%%\" height=\"10\"/>",
                result.met() ? "met" : "short",
                result.met() ? MIDDLE : MIDDLE - width,
                width));
        addLine(svg, "mark", MIDDLE);
        return svg.append("</svg>").toString();
    }

    private double width(double doublings) {
        return MIDDLE * doublings / Math.max(LEAST_SPAN, span);
    }

    private static double doublings(Result result) {
        return Math.log(result.ratio().median() / result.goal()) / Math.log(2);
    }

    private static void addLine(StringBuilder svg, String kind, double x) {
        svg.append(String.format(
                Locale.ROOT, "<line class=\"%s\" x1=\"%2$.2f%%\" x2=\"%2$.2f%%\" y1=\"0\" y2=\"18\"/>", kind, x));
    }
}
