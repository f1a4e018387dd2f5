package dev.ticketkit.spi.storage.delivery;

import dev.ticketkit.spi.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which consumers the deliveries of a store are for, whoever runs them: pumps of one store may run different ones. A consumer exists from when a
 * desk announces it until it is retired; of every event committed meanwhile it gets a delivery. Names are those of consumers, without
 * receivers. Thread-safe; called on delivery threads, outside any transaction.
 */
public interface ConsumerStore {
    /**
     * A desk runs these. Makes known those that are not, retired ones too; of the others it notes that they are run, unless that was noted some
     * minutes ago.
     */
    void announce(Set<String> consumers);

    /**
     * Those that exist, for a tenant's deliveries: at least all that existed when the events were committed which {@link DeliveryQueue#claim} of
     * this store has returned. The same for all tenants of one database.
     */
    Set<String> known(TenantId tenant);

    /**
     * Those for which deliveries wait, though no desk has announced them for so long, by the store's time; in order of their names.
     *
     * @param since longer than pumps take to announce again, 15 minutes or more
     */
    List<Unattended> unattended(Duration since);

    /**
     * A consumer is gone for good: no event waits for it any more, and what waited or was parked for it, in all tenants, is cancelled. Undone
     * when a desk announces it again: then it gets what is committed from then on. What a desk was splitting off meanwhile may stay; a second
     * call cancels it.
     *
     * @return false when there was none
     */
    boolean retire(String consumer);

    /**
     * How many deliveries of a tenant are neither done nor parked, by consumer; those that were not split yet under
     * {@link Delivery#EVERYONE}.
     */
    SortedMap<String, Long> pending(TenantId tenant);

    /**
     * A consumer that no started desk runs.
     *
     * @param name its name
     * @param lastSeen when a desk last said that it runs it, by the store's time, give or take some minutes
     */
    record Unattended(String name, Instant lastSeen) {}
}
