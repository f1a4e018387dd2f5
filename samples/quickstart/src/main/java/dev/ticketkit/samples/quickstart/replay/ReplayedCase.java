package dev.ticketkit.samples.quickstart.replay;

import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TicketId;

/** A case of the log and the ticket it became. */
record ReplayedCase(TicketId id, Status status) {
    ReplayedCase in(Status now) {
        return new ReplayedCase(id, now);
    }
}
