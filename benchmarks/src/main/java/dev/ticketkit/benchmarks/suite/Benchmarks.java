package dev.ticketkit.benchmarks.suite;

import java.util.List;

/** All of them. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new OpenBenchmark(),
            new ChangeBenchmark(),
            new ImportBenchmark(),
            new ListBenchmark(),
            new StatisticsBenchmark(),
            new SearchBenchmark(),
            new DispatchBenchmark(),
            new FlowableBenchmark(),
            new HibernateBenchmark(),
            new MemoryBenchmark(),
            new StartBenchmark(),
            new HeapBenchmark(),
            new H2Benchmark(),
            new StoreBenchmark());

    private Benchmarks() {}

    /** In the order in which they are run. */
    public static List<Benchmark> all() {
        return ALL;
    }
}
