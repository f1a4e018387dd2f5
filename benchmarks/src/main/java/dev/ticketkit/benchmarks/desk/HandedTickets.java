package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.List;

/** Tickets handed out to the callers who change them: no two callers have the same. */
public final class HandedTickets {
    private static final int A_CALLER = 15;
    private static final int MOST_CALLERS = 64;

    private HandedTickets() {}

    /** Makes the tickets, the same number whatever the callers. */
    public static void prepare(OurDesk desk, int callers) {
        if (callers > MOST_CALLERS) {
            throw new IllegalArgumentException("callers: must be at most " + MOST_CALLERS);
        }
        Filling.fill(desk, (long) A_CALLER * MOST_CALLERS);
    }

    /** Those of one caller, by his number from 0. */
    public static List<TicketId> of(OurDesk desk, int caller) {
        return ticketsOf(desk, caller).stream().map(Ticket::id).toList();
    }

    /** Those of one caller, as the desk gives them. */
    public static List<Ticket> ticketsOf(OurDesk desk, int caller) {
        TicketQuery query = TicketQuery.builder()
                .sort(TicketSort.REFERENCE, SortDirection.ASCENDING)
                .build();
        List<Ticket> all = desk.storage().tickets().list(OurDesk.TENANT, query, AccessScope.all(), null, 1_000);

        return all.subList(caller * A_CALLER, (caller + 1) * A_CALLER);
    }

    /** Throws unless each acknowledged change is in the history. */
    public static void requireChanges(OurDesk desk, long acknowledged) {
        long changes = desk.schema().number("SELECT count(*) FROM ticket_delivery");
        if (changes != acknowledged) {
            throw new IllegalStateException(
                    acknowledged + " changes were acknowledged, but " + changes + " were put into the outbox");
        }
    }
}
