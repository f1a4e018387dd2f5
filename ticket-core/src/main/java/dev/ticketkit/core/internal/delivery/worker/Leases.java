package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the leases of what is being handled, three beats for each lease. Whoever takes longer than the limit is interrupted, and its
 * lease ends. Counts beats instead of reading a clock.
 */
final class Leases {
    static final int BEATS_A_LEASE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final DeliveryQueue queue;
    private final Duration lease;
    private final long longestBeats;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final AtomicLong beats = new AtomicLong();

    Leases(DeliveryQueue queue, Duration lease, Duration longestHandling) {
        this.queue = queue;
        this.lease = lease;
        this.longestBeats = Math.max(1, longestHandling.toNanos() / beat().toNanos());
    }

    Duration lease() {
        return lease;
    }

    Duration beat() {
        return lease.dividedBy(BEATS_A_LEASE);
    }

    long beats() {
        return beats.get();
    }

    /** Keeps a lease while the current thread works, until it is let go. */
    Held hold(Delivery delivery) {
        Held one = new Held(delivery, Thread.currentThread());
        held.add(one);
        return one;
    }

    /** Gives back what was claimed and not begun: others may have it after a delay. */
    void giveBack(List<Delivery> deliveries, Duration delay) {
        if (deliveries.isEmpty()) {
            return;
        }
        try {
            queue.giveBack(deliveries, delay);
        } catch (RuntimeException e) {
            LOG.info("cannot give {} events back; their leases will end: {}", deliveries.size(), CauseText.of(e));
        }
    }

    void beatAll() {
        beats.incrementAndGet();
        held.forEach(Held::beat);
    }

    void interruptAll() {
        held.forEach(Held::interrupt);
    }

    /** One delivery that is being handled. */
    final class Held {
        private final Delivery delivery;
        private final Thread worker;
        private final long since = beats();
        private boolean over;

        private Held(Delivery delivery, Thread worker) {
            this.delivery = delivery;
            this.worker = worker;
        }

        private void beat() {
            if (!isOver() && beats() - since > longestBeats) {
                LOG.warn("handling event {} takes too long: interrupted", delivery.eventId());
                interrupt();
                return;
            }
            try {
                if (!queue.extend(delivery, lease)) {
                    LOG.info("event {} was taken over or cancelled while it was handled", delivery.eventId());
                    held.remove(this);
                }
            } catch (RuntimeException e) {
                LOG.warn("cannot extend the lease of event {}: {}", delivery.eventId(), CauseText.of(e));
            }
        }

        private synchronized boolean isOver() {
            return over;
        }

        private synchronized void interrupt() {
            if (!over) {
                worker.interrupt();
            }
        }

        /** The lease is no longer kept. */
        void letGo() {
            held.remove(this);
        }

        /** Handled, and kept until it is marked. Also takes back an interrupt, so that it does not hit what the worker does next. */
        synchronized void handled() {
            over = true;
            boolean interrupted = Thread.interrupted();
            LOG.trace("handled event {}, interrupted: {}", delivery.eventId(), interrupted);
        }
    }
}
