package dev.ticketkit.benchmarks.load;

/** One side of the dispatch benchmark: opens tickets and hands each to a handler after its commit. Made anew for each round. */
public interface Dispatcher extends AutoCloseable {
    /** What producers do; the call tells {@link Dispatched#committed} after the commit. */
    Work.Call producer(int number) throws Exception;

    @Override
    void close();
}
