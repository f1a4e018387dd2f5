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
}
