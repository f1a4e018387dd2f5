package dev.ticketkit.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * One round of one side.
 *
 * @param perSecond calls that returned in a second, of all callers together
 * @param latency of each call, in nanoseconds
 */
public record Measure(double perSecond, Histogram latency) {
    private static final double NANOS_A_MILLI = 1e6;

    /** The latency below which a part of all calls was. */
    public double millis(double percentile) {
        return latency.getValueAtPercentile(percentile) / NANOS_A_MILLI;
    }
}
