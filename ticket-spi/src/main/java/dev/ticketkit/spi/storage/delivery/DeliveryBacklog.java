package dev.ticketkit.spi.storage.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a queue holds of all tenants together, in figures: it names nobody.
 *
 * @param pending how many deliveries are neither done nor parked
 * @param parked how many were given up, and are not released
 * @param dueSince since when the pending one that is due longest is due; it may be in the future, while all are being handled or are to be
 *     tried again later. Null when none is pending
 */
public record DeliveryBacklog(
        long pending, long parked, @Nullable Instant dueSince) {
    /** Nothing at all. */
    public static final DeliveryBacklog NONE = new DeliveryBacklog(0, 0, null);

    /** Both together. */
    public DeliveryBacklog plus(DeliveryBacklog other) {
        Instant earlier = Stream.of(this, other)
                .map(DeliveryBacklog::dueSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new DeliveryBacklog(pending + other.pending, parked + other.parked, earlier);
    }
}
