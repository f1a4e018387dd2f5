package dev.ticketkit.benchmarks.load;

/** One side of a comparison by CPU: one thread does everything, and only the calls are measured. */
public interface CpuWork extends AutoCloseable {
    /** Before each turn. */
    default void begin() throws Exception {}

    /** Before each call. */
    default void before() throws Exception {}

    /** What is measured. */
    void call() throws Exception;

    /** After each call: whether it did a chore beside its own work, which is then told by itself. */
    default boolean didChore() throws Exception {
        return false;
    }

    /** After each turn. */
    default void end() throws Exception {}

    /** Gives back what it has, when nothing is measured any more. */
    @Override
    default void close() {}
}
