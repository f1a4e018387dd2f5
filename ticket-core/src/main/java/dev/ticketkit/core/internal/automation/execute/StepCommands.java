package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.util.Optional;

/**
 * The desk, as steps use it. Each method is a command of its own, in the automation's name, that is carried out once for its key: the
 * second time it does nothing, whatever else the command says by then, and answers with the ticket as it is. They throw what the desk
 * throws.
 */
public interface StepCommands {
    /** Opens a ticket. */
    Ticket open(StepKey key, OpenTicket command);

    /** The ticket that a step of this key opened, as it is now; empty when it opened none, or its key is forgotten. Writes nothing. */
    Optional<Ticket> opened(StepKey key);

    /** Changes a ticket. */
    Ticket change(StepKey key, TicketId ticket, ChangeTicket command);

    /** Says in a ticket's history that an automation could not go on; nothing if there is no such ticket any more. */
    void stopped(StepKey key, TicketId ticket, String text);
}
