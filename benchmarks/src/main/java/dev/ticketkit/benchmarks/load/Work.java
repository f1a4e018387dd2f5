package dev.ticketkit.benchmarks.load;

/** One side of a comparison: what callers do over and over. */
public interface Work {
    /** Before each round, not timed: puts everything back to how it was before the first. */
    default void prepare(int callers) throws Exception {}

    /** What a caller does, by his number from 0; the call must be used by one thread only. */
    Call caller(int number) throws Exception;

    /**
     * After each round, not timed.
     *
     * @param acknowledged how many calls returned
     * @throws IllegalStateException when what they acknowledged is not there
     */
    default void check(long acknowledged) throws Exception {}

    /** One call; it returns after its own work is durable. */
    @FunctionalInterface
    interface Call {
        /** Does it once. */
        void run() throws Exception;
    }
}
