package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.spi.host.DeliveryResult;

/** A consumer who is told of what the host fired, too. Called as {@link DeskConsumer} says; every firing has an order of its own. */
public interface FiringConsumer extends DeskConsumer {
    /**
     * Handles one firing, which may be erased by now. Anything thrown means: try again later, unless it is a
     * {@link dev.ticketkit.spi.host.DeliveryException} that says more.
     *
     * @return whether it is done, or to be given up at once
     */
    DeliveryResult handleFiring(FiringDelivery context);
}
