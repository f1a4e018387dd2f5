package dev.ticketkit.spi.host;

/** What became of one delivery. To ask for another try, throw. */
public enum DeliveryResult {
    /** Done. */
    DELIVERED,
    /** Nothing was sent, on purpose, and nothing is to be: it counts as done. Such as a mail to the address it would come from. */
    SKIPPED,
    /** It will never succeed: park it at once, do not try again. */
    REJECTED
}
