package dev.ticketkit.core.delivery;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.util.Collection;
import java.util.function.Function;

/** One event on its way to one consumer. For the thread that handles it only. */
public interface DeliveredEvent {
    /** Whose event. */
    TenantId tenant();

    /** What happened; its id is the same at every attempt. */
    TicketEvent event();

    /** The ticket as it is now, deleted ones too. */
    Ticket ticket();

    /** Whether it goes to one receiver of the consumer, because that one failed before or was released. */
    boolean isToOne();

    /** 1 for the first try. */
    int attempt();

    /**
     * Gives the event to several receivers of one consumer. A receiver that fails gets a delivery of its own, with its own attempts, so that
     * the others do not get it again; one that still waits for an earlier event of the ticket is left out until then. A delivery to one
     * receiver goes to it only, and is done when it is no longer among them.
     *
     * @param nameOf a receiver's own name, at most 128 code points without controls, the same at every attempt
     * @param give gives it to one of them; what it throws means: try this one again later, unless it is a
     *     {@link dev.ticketkit.spi.host.DeliveryException} that says more
     * @return what to return from {@link EventConsumer#handle}
     */
    <T> DeliveryResult forEach(Collection<T> receivers, Function<T, String> nameOf, Function<T, DeliveryResult> give);
}
