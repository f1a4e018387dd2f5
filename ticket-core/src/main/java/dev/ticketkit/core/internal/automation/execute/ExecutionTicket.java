package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * The run's ticket, as its steps see it.
 *
 * @param ticket as the event left it, until a step of the run has changed it
 * @param oldStatus the status before the event, or null when it did not change
 */
record ExecutionTicket(Ticket ticket, @Nullable Status oldStatus) {
    ExecutionTicket changedTo(Ticket now) {
        return new ExecutionTicket(now, oldStatus);
    }
}
