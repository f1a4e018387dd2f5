package dev.ticketkit.core.desk;

import dev.ticketkit.core.internal.delivery.worker.DeliveryPump;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/**
 * What is delivered, for those who operate the host: what waits, what was parked (dead-lettered), and which consumers are gone for good. It
 * asks no access policy: show it to nobody else. Thread-safe.
 */
public class DeliveryDesk {
    private final DeliveryPump pump;

    DeliveryDesk(DeliveryPump pump) {
        this.pump = pump;
    }

    /** The names of the consumers of this desk. */
    public Set<String> consumers() {
        return pump.consumers();
    }

    /**
     * What was given up, oldest first.
     *
     * @param limit at most so many, 1 to 1,000
     */
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        return pump.parked(Required.argument(tenant, "tenant"), limit);
    }

    /**
     * Tries a parked delivery again, with fresh attempts.
     *
     * @return false when it is not parked
     */
    public boolean release(ParkedDelivery parked) {
        return pump.release(Required.argument(parked, "parked"));
    }

    /**
     * How many deliveries of a tenant are neither done nor parked, by consumer; under {@code *} those to all of them that no desk has had
     * yet. What waits for a consumer that no started desk has is here, and is logged after an hour.
     */
    public SortedMap<String, Long> pending(TenantId tenant) {
        return pump.pending(Required.argument(tenant, "tenant"));
    }

    /** What waits and what is parked of all tenants together, for alarms; empty where the store cannot say. */
    public Optional<KeptDeliveries.Backlog> backlog() {
        return pump.backlog();
    }

    /** How many rows the store's maintenance has still to deal with, of all tenants together; empty where the store cannot say. */
    public OptionalLong waitingMaintenance() {
        return pump.waitingMaintenance();
    }

    /**
     * Gives up a consumer that is gone for good: what waits or is parked for it is cancelled, in all tenants, and no later event waits for
     * it. A started desk that has it brings it back, for what is committed from then on; so close those first.
     *
     * @return false when the store knows no such consumer
     * @throws IllegalArgumentException when this desk has it
     */
    public boolean retire(String consumer) {
        return pump.retire(Required.argument(consumer, "consumer"));
    }
}
