package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.ConsumerStore;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Marks go to the storage of the delivery's tenant; claims, which name no tenant, to all storages in turn. Thread-safe. */
final class DeliveriesByTenant implements DeliveryQueue {
    private final PortByTenant.Maker ports;
    private final DeliveryQueue ofTenant;
    private final Supplier<List<TicketStorage>> inTurn;
    private final ConsumersByTenant consumers;
    private final KeptDeliveries kept;

    /** Claims of one storage, so many at most. */
    @FunctionalInterface
    private interface Claim {
        List<Delivery> of(DeliveryQueue queue, int most);
    }

    /** @param inTurn all storages, another one first each time */
    DeliveriesByTenant(PortByTenant.Maker ports, Supplier<List<TicketStorage>> inTurn) {
        this.ports = ports;
        this.ofTenant = ports.of(DeliveryQueue.class, TicketStorage::deliveries);
        this.inTurn = inTurn;
        this.consumers = new ConsumersByTenant(ports, inTurn);
        this.kept = new Kept(
                ports.of(KeptDeliveries.class, storage -> storage.deliveries().kept()), inTurn);
    }

    @Override
    public List<Delivery> claim(String owner, int limit, Duration lease) {
        return claimed(limit, (queue, most) -> queue.claim(owner, most, lease));
    }

    @Override
    public Optional<Delivery> claimAbandoned(String owner, Duration lease) {
        return claimed(1, (queue, most) -> queue.claimAbandoned(owner, lease).stream()
                        .toList())
                .stream()
                .findFirst();
    }

    @Override
    public List<Delivery> claimLeft(String owner, Set<String> wanted, int limit, Duration lease) {
        return claimed(limit, (queue, most) -> queue.claimLeft(owner, wanted, most, lease));
    }

    /** One storage that fails does not keep the others' deliveries. */
    private List<Delivery> claimed(int limit, Claim claim) {
        List<Delivery> claimed = new ArrayList<>();
        @Nullable StorageException failure = null;
        for (TicketStorage each : inTurn.get()) {
            if (claimed.size() < limit) {
                try {
                    claimed.addAll(claim.of(each.deliveries(), limit - claimed.size()));
                } catch (StorageException e) {
                    failure = StorageByTenant.first(failure, e);
                }
            }
        }
        if (claimed.isEmpty() && failure != null) {
            throw failure;
        }
        return claimed;
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
    public void giveBack(List<Delivery> deliveries, Duration delay) {
        deliveries.stream()
                .collect(Collectors.groupingBy(Delivery::tenant))
                .forEach((tenant, own) -> ports.storage(tenant).deliveries().giveBack(own, delay));
    }

    @Override
    public boolean extend(Delivery delivery, Duration lease) {
        return ofTenant.extend(delivery, lease);
    }

    @Override
    public ConsumerStore consumers() {
        return consumers;
    }

    @Override
    public KeptDeliveries kept() {
        return kept;
    }

    /** What each storage keeps is asked for by tenant; the figures are those of all storages, if each can say. */
    private static final class Kept implements KeptDeliveries {
        private final KeptDeliveries ofTenant;
        private final Supplier<List<TicketStorage>> all;

        Kept(KeptDeliveries ofTenant, Supplier<List<TicketStorage>> all) {
            this.ofTenant = ofTenant;
            this.all = all;
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
        public long pending(TenantId tenant) {
            return ofTenant.pending(tenant);
        }

        @Override
        public long purge(TenantId tenant, Instant before) {
            return ofTenant.purge(tenant, before);
        }

        @Override
        public Optional<Backlog> backlog() {
            Optional<Backlog> sum = Optional.of(Backlog.NONE);
            for (TicketStorage each : all.get()) {
                Optional<Backlog> own = each.deliveries().kept().backlog();
                sum = sum.flatMap(known -> own.map(known::plus));
            }
            return sum;
        }
    }
}
