package dev.ticketkit.samples.quickstart.replay;

import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TicketId;

/** A case of the log and the ticket it became. */
record ReplayedCase(TicketId id, Status status, String owner) {
    ReplayedCase in(Status now, String ownedBy) {
        return new ReplayedCase(id, now, ownedBy);
    }
}
