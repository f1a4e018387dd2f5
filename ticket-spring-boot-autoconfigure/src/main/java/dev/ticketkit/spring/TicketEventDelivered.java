package dev.ticketkit.spring;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;

/**
 * A ticket event for listeners of the application, with {@code ticketkit.events.enabled=true}. Published after the commit, on a delivery thread,
 * in order for each ticket, at least once: what a listener throws means that all of them get it again later. No transaction is active, so use
 * {@code @EventListener}, not {@code @TransactionalEventListener}.
 *
 * @param tenant whose event
 * @param event what happened; its id is the same at every attempt
 * @param ticket the ticket as it is now
 * @param attempt 1 for the first try
 */
public record TicketEventDelivered(TenantId tenant, TicketEvent event, Ticket ticket, int attempt) {}
