package dev.ticketkit.testkit.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.testkit.contract.fixture.StorageContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the contracts of the queue have in common. They claim whatever is due in the whole store and finish what other tests left, so
 * they must not run at the same time as tests that wait for deliveries.
 */
public abstract class DeliveryContract extends StorageContract {
    protected static final Duration LONG = Duration.ofHours(1);

    /** Not a time to wait for: only so that a store whose leases never end fails the test instead of hanging it. */
    protected static final int CLAIMS_TO_GIVE_UP = 10_000;

    @BeforeEach
    protected void finishWhatOthersLeft() {
        if (!keeps(StoragePart.DELIVERIES)) {
            return;
        }
        List<Delivery> left;
        do {
            left = claimAll("cleaner", MOST, LONG);
            queue().completeAll(left);
        } while (!left.isEmpty());
        retireAll();
    }

    /** So that no pump of a later test waits for a consumer of this one. */
    @AfterEach
    protected void retireAll() {
        queue().consumers().known(make.tenant()).forEach(queue().consumers()::retire);
    }

    protected final DeliveryQueue queue() {
        return storage().deliveries();
    }

    protected final KeptDeliveries kept() {
        return queue().kept();
    }

    /** What is due of this test's tenant. */
    protected final List<Delivery> claim(String owner, Duration lease) {
        return claim(owner, MOST, lease, Set.of(make.tenant()));
    }

    protected final List<Delivery> claim(String owner, int limit, Duration lease, Set<TenantId> tenants) {
        List<Delivery> claimed = new ArrayList<>();
        for (Delivery delivery : claimAll(owner, limit, lease)) {
            if (tenants.contains(delivery.tenant())) {
                claimed.add(delivery);
            }
        }
        return claimed;
    }

    /** What is due, or one that was abandoned, as a worker would take them. */
    private List<Delivery> claimAll(String owner, int limit, Duration lease) {
        List<Delivery> claimed = queue().claim(owner, limit, lease);
        return claimed.isEmpty() ? queue().claimAbandoned(owner, lease).stream().toList() : claimed;
    }

    protected final Delivery claimOne(String owner, Duration lease) {
        List<Delivery> claimed = claim(owner, lease);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    /** Claims until something comes: with a lease of no time it comes again when the store's clock has moved on. */
    protected final Delivery claimAgain(String owner, Duration lease) {
        for (int i = 0; i < CLAIMS_TO_GIVE_UP; i++) {
            List<Delivery> claimed = claim(owner, lease);
            if (!claimed.isEmpty()) {
                assertThat(claimed).hasSize(1);
                return claimed.get(0);
            }
        }
        throw new AssertionError("a lease of no time never ended");
    }

    protected final void done(Delivery delivery, DeliveryFailure... failures) {
        assertThat(queue().complete(delivery, List.of(failures))).isTrue();
    }

    protected static DeliveryFailure retry(String consumer, Duration delay) {
        return new DeliveryFailure(consumer, false, delay, "failed");
    }

    protected static DeliveryFailure waited(String consumer) {
        return new DeliveryFailure(consumer, false, Duration.ZERO, null);
    }

    protected static DeliveryFailure park(String consumer, String cause) {
        return new DeliveryFailure(consumer, true, null, cause);
    }

    protected static List<UUID> events(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::eventId).toList();
    }

    protected static UUID event(TicketChange change) {
        return change.event().id();
    }
}
