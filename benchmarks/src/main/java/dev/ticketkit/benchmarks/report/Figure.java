package dev.ticketkit.benchmarks.report;

import java.util.Arrays;

/**
 * The rounds of one measurement.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param low the smallest
 * @param high the largest
 */
public record Figure(double median, double low, double high) {
    /** Of at least one round. */
    public static Figure of(double... rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figure(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** What is known and not measured. */
    public static Figure known(double value) {
        return new Figure(value, value, value);
    }

    /** Whether the rounds differed. */
    public boolean hasRange() {
        return low < high;
    }
}
