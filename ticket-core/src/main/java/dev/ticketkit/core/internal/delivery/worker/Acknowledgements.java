package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks what was handled, several at once when handling is quick. What is not yet marked comes again after a crash, so nothing waits for
 * its mark much longer than marking takes. Of one thread.
 */
final class Acknowledgements {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
    private static final long LONGEST_WAIT_NANOS = 10_000_000L;

    private final DeliveryQueue queue;
    private final List<Delivery> done = new ArrayList<>();
    private final List<Leases.Held> held = new ArrayList<>();
    private long since;

    Acknowledgements(DeliveryQueue queue) {
        this.queue = queue;
    }

    /** Takes over a lease with what it is of. */
    void add(Delivery delivery, Leases.Held lease) {
        if (done.isEmpty()) {
            since = System.nanoTime();
        }
        done.add(delivery);
        held.add(lease);
        if (System.nanoTime() - since > LONGEST_WAIT_NANOS) {
            markAll();
        }
    }

    void markAll() {
        try {
            if (done.size() == 1) {
                answered(queue.complete(done.get(0), List.of()) ? List.of() : done);
            } else if (!done.isEmpty()) {
                answered(queue.completeAll(List.copyOf(done)));
            }
        } finally {
            held.forEach(Leases.Held::letGo);
            held.clear();
            done.clear();
        }
    }

    private static void answered(List<Delivery> refused) {
        refused.forEach(Acknowledgements::logLoss);
    }

    static void logLoss(Delivery delivery) {
        LOG.info("event {} was taken over or cancelled while it was handled", delivery.eventId());
    }
}
