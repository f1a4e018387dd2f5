package dev.ticketkit.core.delivery;

import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.TriggerDispatcher;
import java.util.Objects;

/** Passes every event on to the host's own systems. */
public final class HostDispatch implements DeliveryConsumer {
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
    public DeliveryResult handle(DeliveryContext context) {
        Dispatch dispatch = Dispatch.of(context.event(), context.attempt(), context.ticket());
        return CurrentCause.during(dispatch.cause(), () -> dispatcher.dispatch(dispatch));
    }
}
