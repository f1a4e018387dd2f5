package dev.ticketkit.core.result;

import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.Receipt;
import java.util.Optional;

/** What a writing command came to. Immutable. */
public final class CommandResult {
    private final Receipt receipt;
    private final Optional<Ticket> ticket;
    private final boolean replayed;

    private CommandResult(Receipt receipt, Optional<Ticket> ticket, boolean replayed) {
        this.receipt = receipt;
        this.ticket = ticket;
        this.replayed = replayed;
    }

    public static CommandResult now(Receipt receipt, Ticket ticket) {
        return new CommandResult(receipt, Optional.of(ticket), false);
    }

    public static CommandResult before(Receipt receipt, Optional<Ticket> ticket) {
        return new CommandResult(receipt, ticket, true);
    }

    /** Ids and version; the same each time the command comes again with its key. */
    public Receipt receipt() {
        return receipt;
    }

    /**
     * The ticket after the command; of a replayed command, the ticket as it is now, deleted or not.
     *
     * @throws NotFoundException only when the command was replayed and the actor may no longer read the ticket, for one because he
     *     handed it over; the receipt stands all the same
     */
    public Ticket ticket() {
        return ticket.orElseThrow(() -> new NotFoundException("ticket"));
    }

    /** Whether the command had been carried out before and did nothing this time. */
    public boolean replayed() {
        return replayed;
    }

    /** Whether something was recorded, now or when the command was first carried out. */
    public boolean recorded() {
        return receipt.eventId() != null;
    }
}
