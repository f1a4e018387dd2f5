package dev.ticketkit.spi.host;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import java.util.Objects;

/** An event on its way to the host's own systems. Immutable. */
public final class Dispatch {
    private final TicketEvent event;
    private final int attempt;
    private final Ticket ticket;

    private Dispatch(TicketEvent event, int attempt, Ticket ticket) {
        this.event = Objects.requireNonNull(event, "event");
        this.attempt = attempt;
        this.ticket = Objects.requireNonNull(ticket, "ticket");
    }

    /**
     * A dispatch.
     *
     * @param event what happened
     * @param attempt 1 for the first try
     * @param ticket the ticket as it is when this is sent
     */
    public static Dispatch of(TicketEvent event, int attempt, Ticket ticket) {
        return new Dispatch(event, attempt, ticket);
    }

    /** What happened; its id is the same at every attempt. */
    public TicketEvent event() {
        return event;
    }

    /** 1 for the first try. */
    public int attempt() {
        return attempt;
    }

    /** The ticket as it is when this is sent. */
    public Ticket ticket() {
        return ticket;
    }
}
