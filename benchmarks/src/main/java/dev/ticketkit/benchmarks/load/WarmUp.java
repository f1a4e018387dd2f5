package dev.ticketkit.benchmarks.load;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/**
 * Runs a side until Java has compiled it: services run for days, and ten seconds of a compiler would be charged to whoever has more
 * code.
 */
public final class WarmUp {
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    private static final int MOST = 20;

    /** Warm is what spent less than a twentieth of a round in the compiler. */
    private static final int PART = 20;

    private WarmUp() {}

    /** What is run. */
    @FunctionalInterface
    public interface Run {
        /** About as long as a round. */
        void once() throws Exception;
    }

    /**
     * Runs until it is warm, and not at all for a glance.
     *
     * @param progress is told of each run
     */
    public static void of(String name, Pace pace, Consumer<String> progress, Run run) throws Exception {
        if (pace.isGlance()) {
            return;
        }
        long compiling = Long.MAX_VALUE;
        for (int i = 1; i <= MOST && compiling > pace.round().toMillis() / PART; i++) {
            progress.accept(name + ", warm-up " + i);
            long before = COMPILER.getTotalCompilationTime();
            run.once();
            compiling = COMPILER.getTotalCompilationTime() - before;
        }
    }
}
