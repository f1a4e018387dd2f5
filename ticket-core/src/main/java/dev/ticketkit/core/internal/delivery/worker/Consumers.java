package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumers a pump runs, beside those that other pumps of the store run: what is theirs is left to them. Where all pumps run the same,
 * nothing is left and nobody looks for it but at each poll. Thread-safe.
 */
final class Consumers {
    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
    private static final Duration UNATTENDED = Duration.ofHours(1);

    private final Set<String> own;
    private final DeliveryQueue queue;
    private final Set<String> complainedOf = ConcurrentHashMap.newKeySet();
    private volatile boolean mayBeLeft = true;

    Consumers(Set<String> own, DeliveryQueue queue) {
        this.own = Set.copyOf(own);
        this.queue = queue;
    }

    Set<String> own() {
        return own;
    }

    /** Makes the own ones known, so that what is committed from now on waits for them; a store that fails now hears of them at the next poll. */
    void announce() {
        mayBeLeft = true;
        try {
            queue.consumers().announce(own);
        } catch (RuntimeException e) {
            LOG.warn("cannot make consumers known now, trying again with the next poll: {}", CauseText.of(e));
        }
    }

    /** Announces them again, and logs once who has been waited for in vain. */
    void poll() {
        announce();
        try {
            Set<String> unattended = new HashSet<>();
            for (ConsumerStore.Unattended each : queue.consumers().unattended(UNATTENDED)) {
                unattended.add(each.name());
                if (complainedOf.add(each.name())) {
                    LOG.warn(
                            "events wait for consumer {}, and no desk has run it since {}: start a desk that has it, or give it"
                                    + " up for good with desk.deliveries().retire",
                            CauseText.of(each.name()),
                            each.lastSeen());
                }
            }
            complainedOf.retainAll(unattended);
        } catch (RuntimeException e) {
            LOG.debug("cannot look for consumers that nobody runs: {}", CauseText.of(e));
        }
    }

    /** What a tenant's deliveries to everyone leave to others. Asked after their claim, so that nobody is missed. */
    List<DeliveryFailure> others(TenantId tenant) {
        List<DeliveryFailure> others = new ArrayList<>();
        for (String each : queue.consumers().known(tenant)) {
            if (!own.contains(each)) {
                others.add(DeliveryFailure.left(each));
            }
        }
        mayBeLeft |= !others.isEmpty();
        return others;
    }

    /** Whether something may have been left to the own ones: before each poll, and always where others run other consumers. */
    boolean mayBeLeft() {
        return mayBeLeft;
    }

    void nothingIsLeft() {
        mayBeLeft = false;
    }
}
