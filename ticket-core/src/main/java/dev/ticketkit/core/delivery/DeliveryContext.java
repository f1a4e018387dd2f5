package dev.ticketkit.core.delivery;

import dev.ticketkit.core.internal.delivery.worker.Receivers;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One event on its way to one consumer. For the thread that handles it only. */
@SuppressWarnings("exports")
public final class DeliveryContext {
    private final TicketEvent event;
    private final Ticket ticket;
    private final Receivers receivers;

    public DeliveryContext(TicketEvent event, Ticket ticket, Receivers receivers) {
        this.event = event;
        this.ticket = ticket;
        this.receivers = receivers;
    }

    /** Whose event. */
    public TenantId tenant() {
        return event.tenant();
    }

    /** What happened; its id is the same at every attempt. */
    public TicketEvent event() {
        return event;
    }

    /** The ticket as it is now, deleted ones too. */
    public Ticket ticket() {
        return ticket;
    }

    /** Whether it goes to one receiver of the consumer, because he failed before or was released. */
    public boolean isToOne() {
        return receivers.isOne();
    }

    /** 1 for the first try. */
    public int attempt() {
        return receivers.attempt();
    }

    /**
     * Tells several receivers of one consumer. Who fails gets a delivery of his own, with its own attempts, so that the others are not
     * told again; who still waits for an earlier event of the ticket is left out until then. A delivery to one receiver goes to him only,
     * and is done when he is no longer among them.
     *
     * @param nameOf a receiver's own name, at most 128 code points without controls, the same at every attempt
     * @param tell tells one of them; what it throws means: try him again later, unless it is a
     *     {@link dev.ticketkit.spi.host.DeliveryException} that says more
     * @return what to return from {@link DeliveryConsumer#handle}
     */
    public <T> DeliveryResult forEach(
            Collection<T> receivers, Function<T, String> nameOf, Function<T, DeliveryResult> tell) {
        return this.receivers.forEach(receivers, nameOf, tell);
    }

    /** The only receiver this goes to, or null for all of them. */
    @Nullable public String receiver() {
        return receivers.address().receiver();
    }

    /** Whether it may still be {@link #postpone postponed}: twice at most, or a clock that stands still would hold it up forever. */
    public boolean mayBePostponed() {
        return receivers.mayBePostponed();
    }

    /** Puts this off for the consumer, and with it what comes later of the ticket; no attempt fails. */
    public DeliveryResult postpone(Duration delay) {
        receivers.postpone(delay);
        return DeliveryResult.DELIVERED;
    }
}
