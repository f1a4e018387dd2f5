package dev.ticketkit.spi.host;

/**
 * Sends notifications by the host's channels. Called after the commit, on a delivery thread, outside any transaction of the desk, at least
 * once for each event and recipient; after a crash the same event id may come again. Anything thrown means: try again later.
 */
@FunctionalInterface
public interface Notifier {
    /** Sends one notification. */
    DeliveryResult notify(Notification notification);
}
