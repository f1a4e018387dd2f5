package dev.ticketkit.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them: three digits that mean something. */
final class Numbers {
    private static final double NO_DECIMALS = 100;
    private static final double ONE_DECIMAL = 10;
    private static final double TWO_DECIMALS = 0.1;

    private Numbers() {}

    static String number(double value) {
        double size = Math.abs(value);
        String format =
                size >= NO_DECIMALS ? "%,.0f" : size >= ONE_DECIMAL ? "%.1f" : size >= TWO_DECIMALS ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    /** {@code 1,520 (1,344–1,700) /s}. */
    static String figure(Figure figure, String unit) {
        return range(figure, "") + " " + unit;
    }

    /** {@code 2.41x (2.20–2.60x)}. */
    static String ratio(Figure figure) {
        return range(figure, "x");
    }

    /** {@code 1.50x}. */
    static String goal(double goal) {
        return number(goal) + "x";
    }

    /** {@code yes} or {@code short}. */
    static String met(boolean met) {
        return met ? "yes" : "short";
    }

    private static String range(Figure figure, String after) {
        String median = number(figure.median()) + after;
        return figure.hasRange()
                ? median + " (" + number(figure.low()) + "–" + number(figure.high()) + after + ")"
                : median;
    }
}
