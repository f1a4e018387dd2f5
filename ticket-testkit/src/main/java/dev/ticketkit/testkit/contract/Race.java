package dev.ticketkit.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many threads that start together. */
final class Race {
    static final int THREADS = 64;

    /** Only so that a store in a deadlock fails the test instead of hanging it. */
    private static final long MINUTES_TO_GIVE_UP = 5;

    private Race() {}

    /** What each thread came to, in order of its number. */
    static <T> List<T> run(IntFunction<T> racer) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return racer.apply(number);
                }));
            }
            return resultsOf(running);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> resultsOf(List<Future<T>> running) {
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            try {
                results.add(each.get(MINUTES_TO_GIVE_UP, TimeUnit.MINUTES));
            } catch (ExecutionException | TimeoutException e) {
                throw new AssertionError("a racing thread failed: look at the cause", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("the race was interrupted", e);
            }
        }
        return results;
    }
}
