package dev.ticketkit.core.delivery;

import dev.ticketkit.spi.storage.Delivery;
import dev.ticketkit.spi.storage.DeliveryFailure;
import dev.ticketkit.spi.storage.DeliveryQueue;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims and handles, one batch after the other, in one thread at a time. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final int batch;
    private final DeliveryQueue queue;
    private final DeliveryRun run;
    private final Leases leases;
    private final Retries retries;
    private final BooleanSupplier open;

    Worker(
            String name,
            int batch,
            DeliveryQueue queue,
            DeliveryRun run,
            Leases leases,
            Retries retries,
            BooleanSupplier open) {
        this.name = name;
        this.batch = batch;
        this.queue = queue;
        this.run = run;
        this.leases = leases;
        this.retries = retries;
        this.open = open;
    }

    /** Handles one batch; how many it had. */
    int handleBatch() {
        long claimedAt = leases.beats();
        List<Delivery> claimed = queue.claim(name, batch, leases.lease());
        for (Delivery delivery : claimed) {
            if (!open.getAsBoolean()) {
                leases.giveBack(delivery);
            } else if (leases.beats() == claimedAt || queue.extend(delivery, leases.lease())) {
                handle(delivery);
            }
        }
        return claimed.size();
    }

    private void handle(Delivery delivery) {
        List<DeliveryFailure> failures;
        Leases.Held held = leases.hold(delivery);
        try {
            failures = run.failuresOf(delivery, retries);
        } finally {
            held.letGo();
        }
        if (!queue.complete(delivery, failures)) {
            LOG.info("event {} was taken over or cancelled while it was handled", delivery.eventId());
        }
    }
}
