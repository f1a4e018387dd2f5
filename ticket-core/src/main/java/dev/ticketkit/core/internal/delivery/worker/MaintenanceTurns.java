package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.storage.Maintenance;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the store's maintenance in one thread: at each poll, and as soon as much was delivered since. A few rows take as many statements as
 * many, so what is little is left to gather. Thread-safe.
 */
final class MaintenanceTurns {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceTurns.class);
    private static final int AT_ONCE = 2_000;
    private static final int WORTH_GOING_ON = 200;
    private static final int MUCH_DELIVERED = 500;

    private final Maintenance maintenance;
    private final Duration pollInterval;
    private final BooleanSupplier open;
    private final Runnable before;
    private final AtomicInteger delivered = new AtomicInteger();
    private final Semaphore due = new Semaphore(0);

    MaintenanceTurns(Maintenance maintenance, Duration pollInterval, BooleanSupplier open) {
        this(maintenance, pollInterval, open, () -> {});
    }

    /** @param before what is done each time before the maintenance; throws nothing */
    MaintenanceTurns(Maintenance maintenance, Duration pollInterval, BooleanSupplier open, Runnable before) {
        this.before = before;
        this.maintenance = maintenance;
        this.pollInterval = pollInterval;
        this.open = open;
    }

    /** Returns when it is no longer open. */
    void doUntilStopped() {
        while (open.getAsBoolean()) {
            before.run();
            doThem();
            await();
        }
    }

    /** So many deliveries were handled, and so about as many events were written. */
    void delivered(int count) {
        if (delivered.addAndGet(count) >= MUCH_DELIVERED) {
            delivered.set(0);
            due.release();
        }
    }

    /** Ends the waiting; whether it is open still is then looked at. */
    void wake() {
        due.release();
    }

    private void doThem() {
        try {
            while (open.getAsBoolean() && maintenance.run(AT_ONCE) >= WORTH_GOING_ON) {
                LOG.trace("did maintenance of the store");
            }
        } catch (Throwable problem) {
            LOG.warn(
                    "cannot do the store's maintenance now, trying again with the next poll: {}",
                    CauseText.of(problem));
        }
    }

    private void await() {
        try {
            boolean early = due.tryAcquire(pollInterval.toNanos(), TimeUnit.NANOSECONDS);
            LOG.trace("maintenance is due, {}", early ? "much was delivered" : "it is time");
            due.drainPermits();
        } catch (InterruptedException e) {
            LOG.debug("interrupted while waiting for maintenance");
        }
    }
}
