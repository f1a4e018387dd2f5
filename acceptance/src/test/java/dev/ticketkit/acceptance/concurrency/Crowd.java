package dev.ticketkit.acceptance.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many threads that begin at the same moment. */
final class Crowd {
    static final int SIZE = 64;

    /** What one of them came to: a value or an error. */
    record Result<T>(T value, Throwable error) {}

    private Crowd() {}

    static <T> List<Result<T>> all(IntFunction<Callable<T>> task) throws InterruptedException {
        return run(SIZE, task);
    }

    static <T> List<Result<T>> run(int size, IntFunction<Callable<T>> task) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        CountDownLatch ready = new CountDownLatch(size);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Callable<T> one = task.apply(i);
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return one.call();
                }));
            }
            List<Result<T>> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The values of those that succeeded. */
    static <T> List<T> values(List<Result<T>> results) {
        return results.stream()
                .filter(result -> result.error() == null)
                .map(Result::value)
                .toList();
    }

    /** The errors of those that did not. */
    static <T> List<Throwable> errors(List<Result<T>> results) {
        return results.stream()
                .map(Result::error)
                .filter(error -> error != null)
                .toList();
    }

    private static <T> Result<T> result(Future<T> future) throws InterruptedException {
        try {
            return new Result<>(future.get(), null);
        } catch (ExecutionException e) {
            return new Result<>(null, e.getCause());
        }
    }
}
