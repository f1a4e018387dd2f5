package dev.ticketkit.samples.quickstart.page;

import java.util.Locale;

/** A horizontal bar in SVG, as wide as its place; a screen reader hears the numbers beside it instead. */
final class Bar {
    /** So that one ticket among thousands is still seen. */
    private static final double THINNEST = 1.2;

    private final StringBuilder parts = new StringBuilder();
    private final double full;

    /** A bar on a scale from nothing to {@code full}. */
    Bar(double full) {
        this.full = full;
    }

    /** A part that starts at the left end. */
    Bar fill(String kind, double value) {
        if (value > 0) {
            rect(kind, Math.max(THINNEST, percent(value)));
        }
        return this;
    }

    /** An upright line at a value. */
    Bar mark(double value) {
        parts.append(String.format(
                Locale.ROOT,
                "<line class=\"mark\" x1=\"%1$.2f%%\" x2=\"%1$.2f%%\" y1=\"0\" y2=\"18\"/>",
                percent(value)));
        return this;
    }

    String svg() {
        return "<svg class=\"bar\" height=\"18\" aria-hidden=\"true\">" + parts + "</svg>";
    }

    private double percent(double value) {
        return full <= 0 ? 0 : 100 * value / full;
    }

    private void rect(String kind, double width) {
        parts.append(String.format(
                Locale.ROOT, "<rect class=\"%s\" y=\"4\" width=\"%.2f%%\" height=\"10\" rx=\"2\"/>", kind, width));
    }
}
