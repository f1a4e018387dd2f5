package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.core.internal.delivery.worker.DeskConsumer;
import dev.ticketkit.core.internal.delivery.worker.EventDelivery;
import dev.ticketkit.core.internal.session.CurrentCause;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.TriggerDispatcher;
import java.util.Objects;

/** Passes every event on to the host's own systems. */
public final class HostDispatch implements DeskConsumer {
    private final TriggerDispatcher dispatcher;

    /** Passes events on to a dispatcher. */
    public HostDispatch(TriggerDispatcher dispatcher) {
        this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
    }

    @Override
    public String name() {
        return "host-dispatch";
    }

    @Override
    public DeliveryResult handle(EventDelivery context) {
        Dispatch dispatch = Dispatch.of(context.event(), context.attempt(), context.ticket());
        return CurrentCause.during(dispatch.cause(), () -> dispatcher.dispatch(dispatch));
    }
}
