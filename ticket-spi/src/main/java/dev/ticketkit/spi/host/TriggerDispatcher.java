package dev.ticketkit.spi.host;

/**
 * Passes events on to the host's own systems. Called as {@link Notifier} is: after the commit, outside any transaction of the desk,
 * at least once, in order for each ticket.
 */
@FunctionalInterface
public interface TriggerDispatcher {
    /** Passes one event on. */
    DeliveryResult dispatch(Dispatch dispatch);
}
