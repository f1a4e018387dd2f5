package dev.ticketkit.core.internal.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Polls once a day: whoever runs twice was told to. */
@Timeout(60)
class MaintenanceTurnsTest {
    private static final long BETWEEN_LOOKS_NANOS = 1_000_000;

    private final AtomicInteger runs = new AtomicInteger();
    private volatile int dealtWith;
    private volatile boolean open = true;
    private final MaintenanceTurns chores = new MaintenanceTurns(most -> run(), Duration.ofDays(1), () -> open);
    private final Thread thread = new Thread(chores::doUntilStopped);

    @AfterEach
    void stop() throws InterruptedException {
        open = false;
        chores.wake();
        thread.join();
    }

    @Test
    void littleIsLeftToGather() {
        dealtWith = 1;
        thread.start();

        awaitIdle();
        assertThat(runs).hasValue(1);
    }

    @Test
    void muchIsDoneAtOnce() {
        dealtWith = 2_000;
        thread.start();

        awaitIdle();
        assertThat(runs).hasValue(2);
    }

    @Test
    void muchThatWasDeliveredIsNotLeftToThePoll() {
        thread.start();
        awaitIdle();
        chores.delivered(499);
        awaitIdle();
        assertThat(runs).hasValue(1);

        chores.delivered(1);
        awaitRuns(2);
        awaitIdle();
        chores.delivered(499);
        awaitIdle();
        assertThat(runs).hasValue(2);
    }

    private int run() {
        int dealt = dealtWith;
        dealtWith = 0;
        runs.incrementAndGet();
        return dealt;
    }

    private void awaitIdle() {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private void awaitRuns(int expected) {
        while (runs.get() < expected) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }
}
