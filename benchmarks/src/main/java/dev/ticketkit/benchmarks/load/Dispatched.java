package dev.ticketkit.benchmarks.load;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What was committed and what was handled, by two threads that do not wait for each other. Thread-safe. */
public final class Dispatched {
    private static final int DIGITS = 3;

    /** Between two threads nothing shorter means anything. */
    private static final long SHORTEST = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ConcurrentMap<UUID, Long> half = new ConcurrentHashMap<>();
    private final Histogram latency = new ConcurrentHistogram(DIGITS);
    private final AtomicLong committed = new AtomicLong();
    private final AtomicLong handled = new AtomicLong();
    private volatile long timedFrom;
    private volatile boolean timed;

    /** From now on latencies count. */
    public void time() {
        timedFrom = System.nanoTime();
        timed = true;
    }

    /** The commit of a ticket has returned. */
    public void committed(UUID ticket) {
        committed.incrementAndGet();
        long now = System.nanoTime();
        Long handledAt = half.putIfAbsent(ticket, now);
        if (handledAt != null) {
            // Handled before the caller knew of his commit: as quick as can be.
            record(now, 0);
        }
    }

    /** A handler was called for a ticket. */
    public void handled(UUID ticket) {
        long now = System.nanoTime();
        Long committedAt = half.putIfAbsent(ticket, now);
        if (committedAt != null) {
            record(committedAt, now - committedAt);
        }
        handled.incrementAndGet();
    }

    /** How many were handled. */
    public long count() {
        return handled.get();
    }

    /**
     * Waits until all that was committed was handled.
     *
     * @throws IllegalStateException when that takes minutes
     */
    public void await() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (handled.get() < committed.get()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(committed + " were committed, but only " + handled + " were handled");
            }
            Thread.sleep(1);
        }
    }

    Histogram latency() {
        return latency;
    }

    private void record(long committedAt, long nanos) {
        if (timed && committedAt - timedFrom >= 0) {
            latency.recordValue(Math.max(SHORTEST, nanos));
        }
    }
}
