package dev.ticketkit.spi.storage.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One consumer of a delivery that is not done with it.
 *
 * @param consumer which one; {@link Delivery#EVERYONE} for a delivery to everyone that is to be tried again, or parked, as a whole
 * @param parked whether to stop trying
 * @param delay how long to wait before the next try; zero for a consumer that only waited for an earlier event; null when parked, or when
 *     the consumer is left to workers that run it
 * @param cause why, at most 1,000 code points without controls; null for a consumer that only waited, or asked for a delay: then its part of
 *     a delivery to everyone has had no attempt
 */
public record DeliveryFailure(
        String consumer,
        boolean parked,
        @Nullable Duration delay,
        @Nullable String cause) {
    /** The consumer is not this worker's: it has had no attempt, and waits for {@link DeliveryQueue#claimLeft}. */
    public static DeliveryFailure left(String consumer) {
        return new DeliveryFailure(consumer, false, null, null);
    }

    /** Whether the consumer is left to workers that run it. */
    public boolean isLeft() {
        return !parked && delay == null;
    }
}
