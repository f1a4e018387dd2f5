package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One event on its way to one consumer, with what only the desk's own consumers may do. */
public final class EventDelivery implements DeliveredEvent {
    private final TicketEvent event;
    private final Ticket ticket;
    private final Receivers receivers;

    EventDelivery(TicketEvent event, Ticket ticket, Receivers receivers) {
        this.event = event;
        this.ticket = ticket;
        this.receivers = receivers;
    }

    @Override
    public TenantId tenant() {
        return event.tenant();
    }

    @Override
    public TicketEvent event() {
        return event;
    }

    @Override
    public Ticket ticket() {
        return ticket;
    }

    @Override
    public boolean isToOne() {
        return receivers.isOne();
    }

    @Override
    public int attempt() {
        return receivers.attempt();
    }

    @Override
    public <T> DeliveryResult forEach(
            Collection<T> receivers, Function<T, String> nameOf, Function<T, DeliveryResult> give) {
        return this.receivers.forEach(receivers, nameOf, give);
    }

    /** The only receiver this goes to, or null for all of them. */
    public @Nullable String receiver() {
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
