package dev.ticketkit.core.automation;

/** The contact has had a ticket resolved, other than the one of the event. */
public record ContactHadResolvedTicket() implements Condition {}
