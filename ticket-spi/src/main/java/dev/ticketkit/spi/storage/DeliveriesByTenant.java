package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Claims go to all storages in turn, what has a tenant to that tenant's. */
final class DeliveriesByTenant implements DeliveryQueue {
    private final DeliveryQueue ofTenant;
    private final StoragesInTurn all;
    private final ConsumerStore consumers;

    /** @param ofTenant passes on what names a tenant */
    DeliveriesByTenant(DeliveryQueue ofTenant, ConsumerStore consumers, StoragesInTurn all) {
        this.ofTenant = ofTenant;
        this.consumers = consumers;
        this.all = all;
    }

    @Override
    public List<Delivery> claim(String owner, int limit, Duration lease) {
        return claimed(limit, (queue, missing) -> queue.claim(owner, missing, lease));
    }

    @Override
    public Optional<Delivery> claimAbandoned(String owner, Duration lease) {
        return claimed(1, (queue, missing) -> queue.claimAbandoned(owner, lease).stream()
                        .toList())
                .stream()
                .findFirst();
    }

    @Override
    public List<Delivery> claimLeft(String owner, Set<String> left, int limit, Duration lease) {
        return claimed(limit, (queue, missing) -> queue.claimLeft(owner, left, missing, lease));
    }

    /** A claim of so many on one queue. */
    private interface Claim {
        List<Delivery> of(DeliveryQueue queue, int missing);
    }

    private List<Delivery> claimed(int limit, Claim claim) {
        List<Delivery> claimed = new ArrayList<>();
        all.upTo(limit, (storage, missing) -> {
            List<Delivery> some = claim.of(storage.deliveries(), missing);
            claimed.addAll(some);
            return some.size();
        });
        return claimed;
    }

    @Override
    public void giveBack(List<Delivery> deliveries, Duration delay) {
        ofTenant.giveBack(deliveries, delay);
    }

    @Override
    public boolean complete(Delivery delivery, List<DeliveryFailure> failures) {
        return ofTenant.complete(delivery, failures);
    }

    @Override
    public List<Delivery> completeAll(List<Delivery> deliveries) {
        return ofTenant.completeAll(deliveries);
    }

    @Override
    public boolean extend(Delivery delivery, Duration lease) {
        return ofTenant.extend(delivery, lease);
    }

    @Override
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        return ofTenant.parked(tenant, limit);
    }

    @Override
    public boolean release(TenantId tenant, UUID eventId, String consumer) {
        return ofTenant.release(tenant, eventId, consumer);
    }

    @Override
    public ConsumerStore consumers() {
        return consumers;
    }

    @Override
    public long pending(TenantId tenant) {
        return ofTenant.pending(tenant);
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        return ofTenant.purge(tenant, before);
    }
}
