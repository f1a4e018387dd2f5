package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The contact's other tickets as they were at the time of a past event; those deleted since are left out. */
final class PastContact implements ContactRecord {
    private final Occurrence occurrence;
    private final ContactHistories histories;
    private final Instant then;

    PastContact(Occurrence occurrence, ContactHistories histories) {
        this.occurrence = occurrence;
        this.histories = histories;
        TicketEvent event = occurrence.event();
        this.then = event == null ? Instant.MAX : event.at();
    }

    @Override
    public boolean hasOpenTicket() {
        return history().hasOpen(own(), then);
    }

    @Override
    public boolean hadResolvedTicket() {
        return history().hadResolved(own(), then);
    }

    private ContactHistory history() {
        return histories.of(occurrence.tenant(), occurrence.contact().id());
    }

    private @Nullable TicketId own() {
        Ticket own = occurrence.ticket();
        return own == null ? null : own.id();
    }
}
