package dev.ticketkit.core.desk;

import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.Receipt;

/**
 * What a writing command came to.
 *
 * @param receipt ids and version; the same each time the command comes again with its key
 * @param ticket the ticket after the command; when the command was replayed, the ticket as it is now
 * @param replayed whether the command had been carried out before and did nothing this time
 */
public record Written(Receipt receipt, Ticket ticket, boolean replayed) {
    /** Whether something was recorded, now or when the command was first carried out. */
    public boolean recorded() {
        return receipt.eventId() != null;
    }
}
