package dev.ticketkit.core.internal.automation.decide;

/** What a contact's tickets say, other than the one of the event. */
interface ContactRecord {
    /** Whether one is in progress. */
    boolean hasOpenTicket();

    /** Whether one is or was in a terminated status. */
    boolean hadResolvedTicket();
}
