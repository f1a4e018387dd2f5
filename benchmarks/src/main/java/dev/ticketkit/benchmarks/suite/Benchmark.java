package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.report.Result;
import java.util.List;

/** One benchmark of a few comparisons. */
public interface Benchmark {
    /** What to ask for it by, one word. */
    String name();

    /** Whether PostgreSQL has to be there. */
    default boolean needsServer() {
        return true;
    }

    /** How much memory it needs here with so many tickets, in MB; as little as can be, for what is measured depends on it. */
    default int megabytes(long tickets) {
        return 1_024;
    }

    /**
     * Measures.
     *
     * @throws Exception when a side fails, or what it acknowledged is not there
     */
    List<Result> run(Setting setting) throws Exception;
}
