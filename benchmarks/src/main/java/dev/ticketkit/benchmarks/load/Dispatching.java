package dev.ticketkit.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** One round of dispatching: producers open tickets, and everything is handled before it ends. */
public final class Dispatching {
    private static final double NANOS_A_SECOND = 1e9;
    private static final long NANOS = 1_000_000_000L;

    private final Dispatcher dispatcher;
    private final Dispatched dispatched;
    private final int producers;

    /** A round with so many producers. */
    public Dispatching(Dispatcher dispatcher, Dispatched dispatched, int producers) {
        this.dispatcher = dispatcher;
        this.dispatched = dispatched;
        this.producers = producers;
    }

    /** Producers as quick as they can; handled events in a second, until the last of them. */
    public Measure flatOut(Duration warmUp, Duration time) throws Exception {
        produce(warmUp, 0);
        dispatched.await();
        long before = dispatched.count();
        dispatched.time();
        long begin = System.nanoTime();
        produce(time, 0);
        dispatched.await();
        double seconds = (System.nanoTime() - begin) / NANOS_A_SECOND;
        return new Measure((dispatched.count() - before) / seconds, dispatched.latency());
    }

    /** So many tickets in a second, whether or not they are handled in time; the latency from commit to handler. */
    public Measure paced(Duration warmUp, Duration time, int aSecond) throws Exception {
        produce(warmUp, aSecond);
        dispatched.time();
        produce(time, aSecond);
        dispatched.await();
        return new Measure(aSecond, dispatched.latency());
    }

    private void produce(Duration time, int aSecond) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(producers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < producers; i++) {
                Work.Call call = dispatcher.producer(i);
                long gap = aSecond == 0 ? 0 : NANOS * producers / aSecond;
                running.add(threads.submit(() -> {
                    produce(call, time.toNanos(), gap);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void produce(Work.Call call, long time, long gap) throws Exception {
        long begin = System.nanoTime();
        for (long next = begin; next - begin < time; next = gap == 0 ? System.nanoTime() : next + gap) {
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            call.run();
        }
    }
}
