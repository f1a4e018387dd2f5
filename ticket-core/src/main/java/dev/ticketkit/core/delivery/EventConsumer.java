package dev.ticketkit.core.delivery;

import dev.ticketkit.spi.host.DeliveryResult;

/**
 * A consumer of every event, of the host's own. Called on delivery threads, many at once for different tickets, in order for each ticket,
 * outside any transaction, at least once: after a crash the same event id may come again. Must be thread-safe.
 */
public interface EventConsumer {
    /**
     * The name its deliveries are kept under: 1 to 50 of {@code a-z 0-9 -}; the same on every node and after every restart. The names
     * {@code operators}, {@code automations} and {@code host-dispatch} are the desk's own.
     */
    String name();

    /**
     * Handles one event; kinds it does not know too. Anything thrown, an {@link Error} too, means: try again later; a
     * {@link dev.ticketkit.spi.host.DeliveryException} may say when, or that it is to be given up at once.
     *
     * @return whether it is done, or to be given up at once
     */
    DeliveryResult handle(DeliveredEvent event);
}
