package dev.ticketkit.core.automation;

/** The contact has a ticket in progress, other than the one of the event. */
public record ContactHasOpenTicket() implements Condition {}
