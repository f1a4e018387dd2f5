package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStore;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The contact's other tickets as they are, read when first asked. */
final class PresentContact implements ContactRecord {
    private static final int TICKETS_A_READ = 200;

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
        SortPosition after = null;
        List<Ticket> read;
        do {
            read = tickets.list(occurrence.tenant(), query, AccessScope.all(), after, TICKETS_A_READ);
            if (read.stream().anyMatch(ticket -> isOther(ticket) && wanted.test(ticket))) {
                return true;
            }
            after = read.isEmpty() ? null : query.sort().positionOf(read.get(read.size() - 1));
        } while (read.size() == TICKETS_A_READ);
        return false;
    }

    private boolean isOther(Ticket ticket) {
        Ticket own = occurrence.ticket();
        return own == null || !own.id().equals(ticket.id());
    }
}
