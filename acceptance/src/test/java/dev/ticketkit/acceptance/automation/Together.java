package dev.ticketkit.acceptance.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Some threads that begin at the same moment. */
final class Together {
    private Together() {}

    /** What went wrong with those that failed. */
    static List<Throwable> errors(int size, IntConsumer task) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        CountDownLatch ready = new CountDownLatch(size);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    task.accept(number);
                    return null;
                }));
            }
            List<Throwable> errors = new ArrayList<>();
            for (Future<?> future : futures) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    errors.add(e.getCause());
                }
            }
            return errors;
        } finally {
            threads.shutdownNow();
        }
    }
}
