package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.spi.host.DeliveryResult;

/** A consumer of the desk's own; a host's is one too. What {@link EventConsumer} promises of its calls holds. */
public interface DeskConsumer {
    /** The name its deliveries are kept under. */
    String name();

    /** Handles one event. */
    DeliveryResult handle(EventDelivery delivery);

    /** The host's, as one of the desk. */
    static DeskConsumer of(EventConsumer host) {
        return new DeskConsumer() {
            @Override
            public String name() {
                return host.name();
            }

            @Override
            public DeliveryResult handle(EventDelivery delivery) {
                return host.handle(delivery);
            }
        };
    }

    /** A consumer that gets what the host fired, too; every firing has an order of its own. */
    interface OfFirings extends DeskConsumer {
        /**
         * Handles one firing, which may be erased by now. Anything thrown means: try again later, unless it is a
         * {@link dev.ticketkit.spi.host.DeliveryException} that says more.
         *
         * @return whether it is done, or to be given up at once
         */
        DeliveryResult handleFiring(FiringDelivery delivery);
    }
}
