package dev.ticketkit.acceptance.delivery;

import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.spi.host.DeliveryResult;
import java.util.function.Consumer;

/** A consumer made of a name and what it does; done when that returns. */
record Listener(String name, Consumer<DeliveredEvent> heard) implements EventConsumer {
    @Override
    public DeliveryResult handle(DeliveredEvent context) {
        heard.accept(context);
        return DeliveryResult.DELIVERED;
    }
}
