package dev.ticketkit.spring.internal.desk;

import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spring.TicketEventDelivered;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes every ticket event to the listeners of the application. */
public final class ApplicationEvents implements EventConsumer {
    private final ApplicationEventPublisher publisher;

    /** To the listeners of one application. */
    public ApplicationEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "application-events";
    }

    @Override
    public DeliveryResult handle(DeliveredEvent event) {
        publisher.publishEvent(
                new TicketEventDelivered(event.tenant(), event.event(), event.ticket(), event.attempt()));
        return DeliveryResult.DELIVERED;
    }
}
