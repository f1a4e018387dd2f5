package dev.ticketkit.core.delivery;

import dev.ticketkit.spi.storage.Delivery;
import dev.ticketkit.spi.storage.DeliveryFailure;
import dev.ticketkit.spi.storage.DeliveryQueue;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Claims and handles, one batch after the other, in one thread at a time. */
final class Worker {
    private final String name;
    private final int batch;
    private final TicketStorage storage;
    private final DeliveryQueue queue;
    private final DeliveryRun run;
    private final Leases leases;
    private final Retries retries;
    private final BooleanSupplier open;
    private final Runnable more;

    /** A worker that calls {@code more} when there is probably more than he has claimed. */
    Worker(
            String name,
            int batch,
            TicketStorage storage,
            DeliveryRun run,
            Leases leases,
            Retries retries,
            BooleanSupplier open,
            Runnable more) {
        this.name = name;
        this.batch = batch;
        this.storage = storage;
        this.queue = storage.deliveries();
        this.run = run;
        this.leases = leases;
        this.retries = retries;
        this.open = open;
        this.more = more;
    }

    /** Handles one batch; how many it had. */
    int handleBatch() {
        long claimedAt = leases.beats();
        List<Delivery> claimed = queue.claim(name, batch, leases.lease());
        if (claimed.size() == batch) {
            more.run();
        }
        Readings readings = new Readings(storage, claimed);
        DoneMarks marks = new DoneMarks(queue);
        try {
            for (Delivery delivery : claimed) {
                if (!open.getAsBoolean()) {
                    leases.giveBack(delivery);
                } else if (leases.beats() == claimedAt || queue.extend(delivery, leases.lease())) {
                    handle(delivery, readings.of(delivery), marks);
                }
            }
        } finally {
            marks.markAll();
        }
        return claimed.size();
    }

    private void handle(Delivery delivery, Reading reading, DoneMarks marks) {
        Leases.Held held = leases.hold(delivery);
        List<DeliveryFailure> failures;
        try {
            failures = run.failuresOf(delivery, reading, retries);
        } finally {
            held.handled();
        }
        if (failures.isEmpty()) {
            marks.add(delivery, held);
            return;
        }
        held.letGo();
        if (!queue.complete(delivery, failures)) {
            DoneMarks.tellOfLoss(delivery);
        }
    }
}
