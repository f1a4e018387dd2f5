package dev.ticketkit.spi.storage.delivery;

/** Whether an operator was notified of an event, or why not. */
public enum NotificationOutcome {
    /** The notifier took it. */
    NOTIFIED,
    /** The operator has turned mail off. */
    OPTED_OUT,
    /** The operator may not read the ticket. */
    NO_ACCESS,
    /** The operator did it, and the desk does not notify authors. */
    AUTHOR,
    /** It was part of the notification of an earlier event. */
    COALESCED,
    /** The notifier failed; it is tried again, or parked. */
    FAILED,
    /** The notifier said that it can never be sent. */
    REJECTED,
    /** The notifier left it out on purpose, such as a mail to the address it would come from. */
    SKIPPED,
    /** Nobody is notified of this: such as an event of a ticket that is deleted by now. */
    NOT_NOTIFIED,
    /** The directory gives it no id, or one that nobody may have: it cannot be named, so it is notified of nothing. */
    NO_IDENTITY,
    /** What this version of the library does not know, recorded by a newer one. Only read. */
    UNKNOWN
}
