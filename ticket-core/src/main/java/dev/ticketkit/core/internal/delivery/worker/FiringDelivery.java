package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.Firing;
import java.util.Collection;
import java.util.function.Function;

/** What the host fired, on its way to one consumer. For the thread that handles it only. */
public final class FiringDelivery {
    private final Firing firing;
    private final Receivers receivers;

    public FiringDelivery(Firing firing, Receivers receivers) {
        this.firing = firing;
        this.receivers = receivers;
    }

    /** Whose firing. */
    public TenantId tenant() {
        return firing.tenant();
    }

    /** What was fired, as it is stored now; its id is the same at every attempt. */
    public Firing firing() {
        return firing;
    }

    /** Whether it goes to one receiver of the consumer, because it failed before or was released. */
    public boolean isToOne() {
        return receivers.isOne();
    }

    /** 1 for the first try. */
    public int attempt() {
        return receivers.attempt();
    }

    /**
     * Delivers to several receivers of one consumer, as {@link EventDelivery#forEach} does.
     *
     * @param nameOf a receiver's own name, at most 128 code points without controls, the same at every attempt
     * @param deliver delivers to one of them; what it throws means: try that one again later, unless it is a
     *     {@link dev.ticketkit.spi.host.DeliveryException} that says more
     * @return what to return from {@link DeskConsumer.OfFirings#handleFiring}
     */
    public <T> DeliveryResult forEach(
            Collection<T> receivers, Function<T, String> nameOf, Function<T, DeliveryResult> deliver) {
        return this.receivers.forEach(receivers, nameOf, deliver);
    }
}
