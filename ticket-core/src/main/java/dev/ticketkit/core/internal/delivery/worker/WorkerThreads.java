package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.storage.Maintenance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a pump from one start to its stop: each handles batches until there is none, then waits for a wake-up or the next poll. One more does the store's
 * {@link MaintenanceTurns}.
 */
final class WorkerThreads {
    /** Makes what a thread does again and again: handle a batch, and say how many it had. */
    @FunctionalInterface
    interface Work {
        IntSupplier of(int number, BooleanSupplier open);
    }

    private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);

    private final int count;
    private final @Nullable Executor executor;
    private final Duration pollInterval;
    private final Leases leases;
    private final MaintenanceTurns maintenance;
    private final WakeUps wakeUps = new WakeUps();
    private final AtomicBoolean started = new AtomicBoolean();
    private final List<Thread> daemons = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param atPoll what else is done at each poll */
    WorkerThreads(
            int count,
            @Nullable Executor executor,
            Duration pollInterval,
            Leases leases,
            Maintenance store,
            Runnable atPoll) {
        this.count = count;
        this.executor = executor;
        this.pollInterval = pollInterval;
        this.leases = leases;
        this.maintenance = new MaintenanceTurns(store, pollInterval, this::isOpen, atPoll);
        this.ended = new CountDownLatch(count + 1);
    }

    void start(Work work) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("these threads were started before");
        }
        daemon("ticketkit-delivery-leases", this::keepLeases);
        daemon("ticketkit-maintenance", this::maintain);
        int begun = 0;
        try {
            while (begun < count) {
                IntSupplier batches = work.of(begun, this::isOpen);
                run("ticketkit-delivery-" + begun, () -> workUntilStopped(batches));
                begun++;
            }
        } finally {
            if (begun < count) {
                // The host's executor takes no more: nobody is left behind.
                for (int i = begun; i < count; i++) {
                    ended.countDown();
                }
                close();
            }
        }
    }

    boolean stop(Duration limit) {
        if (!started.get()) {
            return true;
        }
        close();
        boolean inTime = await(limit);
        if (!inTime) {
            leases.interruptAll();
        }
        return inTime;
    }

    void wakeUp() {
        wakeUps.wakeUp();
    }

    /** Whether it is not stopped. */
    boolean isOpen() {
        return stopped.getCount() > 0;
    }

    private void close() {
        stopped.countDown();
        wakeUps.stop();
        maintenance.wake();
    }

    private boolean await(Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        try {
            return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS) && daemonsEnd(until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A thread that has done its work is still there for a moment, and the host may take its classes and its database away. */
    private boolean daemonsEnd(long until) throws InterruptedException {
        for (Thread each : daemons) {
            TimeUnit.NANOSECONDS.timedJoin(each, until - System.nanoTime());
            if (each.isAlive()) {
                return false;
            }
        }
        return true;
    }

    private void run(String name, Runnable work) {
        if (executor == null) {
            daemon(name, work);
        } else {
            executor.execute(work);
        }
    }

    private void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        daemons.add(thread);
        thread.start();
    }

    private void workUntilStopped(IntSupplier batches) {
        try {
            boolean again = false;
            while (isOpen()) {
                again = hasFound(batches, again);
            }
        } finally {
            ended.countDown();
        }
    }

    private void maintain() {
        try {
            maintenance.doUntilStopped();
        } finally {
            ended.countDown();
        }
    }

    /** A store that fails now may answer later; this thread must still be there then. */
    private static int handledOrFailed(IntSupplier batches) {
        try {
            return batches.getAsInt();
        } catch (Throwable problem) {
            LOG.warn("cannot deliver now, trying again with the next poll: {}", CauseText.of(problem));
            return 0;
        }
    }

    private boolean hasFound(IntSupplier batches, boolean again) {
        try {
            long look = wakeUps.begin(again, pollInterval);
            try {
                int handled = isOpen() ? handledOrFailed(batches) : 0;
                maintenance.delivered(handled);
                return handled > 0;
            } finally {
                wakeUps.end(look);
            }
        } catch (InterruptedException e) {
            // Meant for a handler that has ended by now; the host stops a pump with stop().
            LOG.debug("interrupted while waiting for deliveries");
            return again;
        }
    }

    private void keepLeases() {
        while (ended.getCount() > 0) {
            try {
                if (ended.await(leases.beat().toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
                leases.beatAll();
            } catch (InterruptedException e) {
                LOG.debug("interrupted while keeping leases");
            } catch (Throwable problem) {
                LOG.warn("cannot keep leases, trying again: {}", CauseText.of(problem));
            }
        }
    }
}
