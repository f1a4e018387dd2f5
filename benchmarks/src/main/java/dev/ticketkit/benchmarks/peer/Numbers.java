package dev.ticketkit.benchmarks.peer;

/** The numbers of the tickets that one caller opens; no two callers have the same. */
final class Numbers {
    private static final long A_CALLER = 1L << 32;

    private long next;

    Numbers(int caller) {
        next = caller * A_CALLER;
    }

    long next() {
        return next++;
    }
}
