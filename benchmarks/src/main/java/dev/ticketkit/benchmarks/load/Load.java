package dev.ticketkit.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** Callers on threads of their own, each calling again as soon as its call has returned. */
final class Load {
    private static final double NANOS_A_SECOND = 1e9;
    private static final int DIGITS = 3;

    private final Work work;
    private final int callers;
    private final AtomicLong acknowledged = new AtomicLong();

    Load(Work work, int callers) {
        this.work = work;
        this.callers = callers;
    }

    /** Calls that began after the warm-up and before the end count; every caller makes at least one of them. */
    Measure run(Duration warmUp, Duration time) throws Exception {
        work.prepare(callers);
        // Else one side pays for the garbage of the one before.
        System.gc();
        Measure measure = called(warmUp.toNanos(), time.toNanos());
        work.check(acknowledged.get());
        return measure;
    }

    private Measure called(long warmUp, long time) throws Exception {
        List<Work.Call> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(work.caller(i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<Histogram>> running = new ArrayList<>();
            for (Work.Call call : calls) {
                running.add(threads.submit(() -> {
                    begin.await();
                    return histogram(call, System.nanoTime() + warmUp, time);
                }));
            }
            long from = System.nanoTime() + warmUp;
            begin.countDown();
            Histogram all = newHistogram();
            for (Future<Histogram> each : running) {
                all.add(result(each));
            }
            double seconds = (System.nanoTime() - from) / NANOS_A_SECOND;
            return new Measure(all.getTotalCount() / seconds, all);
        } finally {
            threads.shutdownNow();
        }
    }

    private Histogram histogram(Work.Call call, long from, long time) throws Exception {
        Histogram histogram = newHistogram();
        long begin = System.nanoTime();
        while (begin - from < time || histogram.getTotalCount() == 0) {
            call.run();
            acknowledged.incrementAndGet();
            long end = System.nanoTime();
            if (begin - from >= 0) {
                histogram.recordValue(end - begin);
            }
            begin = end;
        }
        return histogram;
    }

    private static Histogram newHistogram() {
        return new Histogram(DIGITS);
    }

    private static Histogram result(Future<Histogram> running) throws Exception {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
