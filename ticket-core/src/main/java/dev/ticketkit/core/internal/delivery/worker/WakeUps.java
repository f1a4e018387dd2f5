package dev.ticketkit.core.internal.delivery.worker;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which worker looks for deliveries, and when: at a wake-up, at the next poll, or again at once after it found some. A wake-up that comes
 * while one has begun a moment ago is left to it, since it will look again: so two do not share what one look would find, and under load
 * looks find more. When it takes longer than that moment another follows the wake-up. Thread-safe.
 */
final class WakeUps {
    private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);
    private static final long MOMENT_NANOS = 2_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long given = 1;
    private long followed;
    private int busy;
    private long begun;
    private int standingBy;
    private boolean stopped;

    /** There may be something to find. Blocks no longer than it takes to note it. */
    void wakeUp() {
        lock.lock();
        try {
            given++;
            if (standingBy == 0) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the caller is to look, or until the stop. Every look has an {@link #end}.
     *
     * @param again whether it found something and so looks again at once
     * @return what to end it with
     */
    long begin(boolean again, Duration poll) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!again) {
                await(System.nanoTime() + poll.toNanos());
            }
            followed = given;
            busy++;
            begun = System.nanoTime();
            return begun;
        } finally {
            lock.unlock();
        }
    }

    /** The look is over, and what it found is handled. */
    void end(long look) {
        lock.lock();
        try {
            busy--;
            if (begun == look) {
                begun = look - MOMENT_NANOS;
            }
        } finally {
            lock.unlock();
        }
    }

    private void await(long deadline) throws InterruptedException {
        long wait = nanosToWait(deadline);
        while (wait > 0 && !stopped) {
            boolean woken = given != followed;
            standingBy += woken ? 1 : 0;
            try {
                LOG.trace("{} ns were left", changed.awaitNanos(wait));
            } finally {
                standingBy -= woken ? 1 : 0;
            }
            // What woke it may have been followed by another.
            wait = nanosToWait(deadline);
        }
    }

    private long nanosToWait(long deadline) {
        long now = System.nanoTime();
        if (given == followed) {
            return deadline - now;
        }
        return busy == 0 ? 0 : Math.min(deadline - now, begun + MOMENT_NANOS - now);
    }
}
