package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Claims and handles, one batch after the other, in one thread at a time. */
final class Worker {
    /** What the workers of one pump share. */
    record Shared(
            int batch,
            TicketStorage storage,
            Consumers consumers,
            DeliveryRun run,
            Leases leases,
            Semaphore suspects,
            Runnable more) {
        Shared with(Leases others) {
            return new Shared(batch, storage, consumers, run, others, suspects, more);
        }
    }

    /**
     * How this one works.
     *
     * @param retries when it tries again what failed
     * @param pause how long it leaves alone what the store cannot read now
     * @param open whether it may begin something
     */
    record Manner(Retries retries, Duration pause, BooleanSupplier open) {}

    private final String name;
    private final Shared shared;
    private final Manner manner;
    private final DeliveryQueue queue;

    /** A worker that runs {@code shared.more()} when there is probably more than it has claimed. */
    Worker(String name, Shared shared, Manner manner) {
        this.name = name;
        this.shared = shared;
        this.manner = manner;
        this.queue = shared.storage().deliveries();
    }

    /**
     * Handles one batch, one of those that another abandoned, and some of those that were left to its consumers; how many it had and did
     * not give back.
     */
    int handleBatch() {
        long claimedAt = shared.leases().beats();
        List<Delivery> claimed =
                queue.claim(name, shared.batch(), shared.leases().lease());
        if (claimed.size() == shared.batch()) {
            shared.more().run();
        }
        return handled(claimed, claimedAt) + handleAbandoned() + handleLeft();
    }

    private int handleLeft() {
        Consumers consumers = shared.consumers();
        if (!manner.open().getAsBoolean() || !consumers.mayBeLeft()) {
            return 0;
        }
        long claimedAt = shared.leases().beats();
        List<Delivery> claimed = queue.claimLeft(
                name, consumers.own(), shared.batch(), shared.leases().lease());
        if (claimed.isEmpty()) {
            consumers.nothingIsLeft();
        }
        return handled(claimed, claimedAt);
    }

    /** One at a time in a process: should it end the process, it takes no other along that would have to pay for it. */
    private int handleAbandoned() {
        if (!manner.open().getAsBoolean() || !shared.suspects().tryAcquire()) {
            return 0;
        }
        try {
            long claimedAt = shared.leases().beats();
            Optional<Delivery> claimed =
                    queue.claimAbandoned(name, shared.leases().lease());
            return claimed.isPresent() ? handled(List.of(claimed.get()), claimedAt) : 0;
        } finally {
            shared.suspects().release();
        }
    }

    private int handled(List<Delivery> claimed, long claimedAt) {
        return claimed.isEmpty() ? 0 : new Batch(shared, manner, claimed, claimedAt).handled();
    }
}
