package dev.ticketkit.acceptance.delivery;

import dev.ticketkit.core.delivery.DeliveryConsumer;
import dev.ticketkit.core.delivery.DeliveryContext;
import dev.ticketkit.spi.host.DeliveryResult;
import java.util.function.Consumer;

/** A consumer made of a name and what it does; done when that returns. */
record Listener(String name, Consumer<DeliveryContext> heard) implements DeliveryConsumer {
    @Override
    public DeliveryResult handle(DeliveryContext context) {
        heard.accept(context);
        return DeliveryResult.DELIVERED;
    }
}
