package dev.ticketkit.benchmarks.load;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Adds up the CPU of calls in one round of one side. */
final class CpuTally {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_A_MICRO = 1000;

    private long plainNanos;
    private long plainCalls;
    private long choreNanos;
    private long choreCalls;

    void turn(CpuWork work, int calls) throws Exception {
        work.begin();
        for (int i = 0; i < calls; i++) {
            work.before();
            long begin = THREADS.getCurrentThreadCpuTime();
            work.call();
            long nanos = THREADS.getCurrentThreadCpuTime() - begin;
            add(nanos, work.didChore());
        }
        work.end();
    }

    private void add(long nanos, boolean chore) {
        if (chore) {
            choreNanos += nanos;
            choreCalls++;
        } else {
            plainNanos += nanos;
            plainCalls++;
        }
    }

    double microsOfCall() {
        return plainNanos / NANOS_A_MICRO / plainCalls;
    }

    double microsOfAll() {
        return (plainNanos + choreNanos) / NANOS_A_MICRO / (plainCalls + choreCalls);
    }
}
