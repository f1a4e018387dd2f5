package dev.ticketkit.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** The rounds of all sides of a comparison. */
public final class Rounds {
    private final Map<String, List<Measure>> measures;

    Rounds(Map<String, List<Measure>> measures) {
        this.measures = measures;
    }

    /** Calls in a second, round by round. */
    public double[] rates(String side) {
        return each(side, Measure::perSecond);
    }

    /** The latency below which a part of the calls was, in milliseconds, round by round. */
    public double[] millis(String side, double percentile) {
        return each(side, measure -> measure.millis(percentile));
    }

    private double[] each(String side, ToDoubleFunction<Measure> value) {
        return Objects.requireNonNull(measures.get(side), side).stream()
                .mapToDouble(value)
                .toArray();
    }
}
