package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.report.Result;
import java.util.List;

/** One benchmark of a few comparisons. */
public interface Benchmark {
    /** What to ask for it by, one word. */
    String name();

    /**
     * Measures.
     *
     * @throws Exception when a side fails, or what it acknowledged is not there
     */
    List<Result> run(Setting setting) throws Exception;
}
