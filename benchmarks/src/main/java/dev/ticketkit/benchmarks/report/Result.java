package dev.ticketkit.benchmarks.report;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * One line of the report: two sides that were measured in turn, or one side and the limit it has to keep.
 *
 * @param name begins with the benchmark's name and a comma
 * @param ours what the desk did
 * @param peer what the other did, or the limit
 * @param unit of both
 * @param ratio how many times better we were: the median of the ratios of each round
 * @param goal the ratio to reach
 */
public record Result(String name, Figure ours, Figure peer, String unit, Figure ratio, double goal) {
    /** Two rates, one value for each round: the higher is better. */
    public static Result ofRates(String name, String unit, double[] ours, double[] peer, double goal) {
        return of(name, unit, ours, peer, goal, (we, they) -> we / they);
    }

    /** Two times or sizes, one value for each round: the lower is better. */
    public static Result ofTimes(String name, String unit, double[] ours, double[] peer, double goal) {
        return of(name, unit, ours, peer, goal, (we, they) -> they / we);
    }

    /** Times or sizes that must not be above a limit. */
    public static Result ofLimit(String name, String unit, double[] ours, double limit) {
        double[] limits =
                IntStream.range(0, ours.length).mapToDouble(i -> limit).toArray();
        return ofTimes(name, unit, ours, limits, 1.0);
    }

    /** Whether the goal was reached. */
    public boolean met() {
        return ratio.median() >= goal;
    }

    private static Result of(
            String name, String unit, double[] ours, double[] peer, double goal, DoubleBinaryOperator ratio) {
        double[] ratios = IntStream.range(0, ours.length)
                .mapToDouble(i -> ratio.applyAsDouble(ours[i], peer[i]))
                .toArray();
        return new Result(name, Figure.of(ours), Figure.of(peer), unit, Figure.of(ratios), goal);
    }
}
