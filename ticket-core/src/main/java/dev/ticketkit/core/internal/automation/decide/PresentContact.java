package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.core.internal.page.TicketPages;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The contact's other tickets as they are, read when first asked. */
final class PresentContact implements ContactRecord {

    private final Occurrence occurrence;
    private final TicketStore tickets;
    private @Nullable Boolean open;
    private @Nullable Boolean resolved;

    PresentContact(Occurrence occurrence, TicketStore tickets) {
        this.occurrence = occurrence;
        this.tickets = tickets;
    }

    @Override
    public boolean hasOpenTicket() {
        if (open == null) {
            open = any(MacroStatus.IN_PROGRESS, ticket -> true);
        }
        return open;
    }

    /** One that was reopened has been resolved too. */
    @Override
    public boolean hadResolvedTicket() {
        if (resolved == null) {
            resolved = any(MacroStatus.TERMINATED, ticket -> true)
                    || any(MacroStatus.IN_PROGRESS, ticket -> ticket.reopenings() > 0);
        }
        return resolved;
    }

    private boolean any(MacroStatus macro, Predicate<Ticket> wanted) {
        TicketQuery query = TicketQuery.builder()
                .macroStatus(macro)
                .contacts(occurrence.contact().id())
                .build();
        for (Ticket each : TicketPages.of(tickets, occurrence.tenant(), query, AccessScope.all())) {
            if (isOther(each) && wanted.test(each)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOther(Ticket ticket) {
        Ticket own = occurrence.ticket();
        return own == null || !own.id().equals(ticket.id());
    }
}
