package dev.ticketkit.spi.storage.delivery;

/** Whether an operator was told of an event, or why not. */
public enum NotificationOutcome {
    /** The notifier took it. */
    TOLD,
    /** He has switched his mail off. */
    OPTED_OUT,
    /** He may not read the ticket. */
    NO_ACCESS,
    /** He did it himself, and the desk does not tell authors. */
    AUTHOR,
    /** It was told together with an earlier event. */
    COALESCED,
    /** The notifier failed; it is tried again, or parked. */
    FAILED,
    /** The notifier said that it can never be sent. */
    REJECTED,
    /** The notifier left it out on purpose, such as a mail to the address it would come from. */
    SKIPPED,
    /** Nobody is told of this: such as an event of a ticket that is deleted by now. */
    NOT_TOLD,
    /** The directory gives it no id, or one that nobody may have: it cannot be named, so it can be told of nothing. */
    NO_IDENTITY,
    /** What this version of the library does not know, recorded by a newer one. Only read. */
    UNKNOWN
}
