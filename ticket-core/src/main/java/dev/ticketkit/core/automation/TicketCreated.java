package dev.ticketkit.core.automation;

/** A ticket was opened, by whomever. */
public record TicketCreated() implements Starter {}
