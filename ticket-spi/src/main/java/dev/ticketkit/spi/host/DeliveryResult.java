package dev.ticketkit.spi.host;

/** What became of one delivery. To ask for another try, throw. */
public enum DeliveryResult {
    /** Done. */
    DELIVERED,
    /** It will never succeed: park it at once, do not try again. */
    REJECTED
}
