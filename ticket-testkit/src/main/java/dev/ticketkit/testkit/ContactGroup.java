package dev.ticketkit.testkit;

import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.ContactTickets;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tickets grouped by their contacts. */
final class ContactGroup {
    /** Priority descending, opening descending, id. */
    static final Comparator<ContactPosition> URGENCY = Comparator.comparing(ContactPosition::priority)
            .thenComparing(ContactPosition::openedAt)
            .reversed()
            .thenComparing(ContactPosition::contactId, CodePointOrder.OF_TEXTS);

    private static final Comparator<Ticket> LAST_CHANGED =
            Comparator.comparing(Ticket::updatedAt).thenComparing(Ticket::id);

    private ContactGroup() {}

    static Stream<ContactTickets> of(Stream<Ticket> tickets) {
        return tickets.collect(Collectors.groupingBy(ticket -> ticket.contact().id())).values().stream()
                .map(ContactGroup::of);
    }

    private static ContactTickets of(List<Ticket> tickets) {
        Priority priority =
                Collections.max(tickets.stream().map(Ticket::priority).toList());
        Instant openedAt =
                Collections.max(tickets.stream().map(Ticket::openedAt).toList());
        return new ContactTickets(Collections.max(tickets, LAST_CHANGED).contact(), priority, openedAt, tickets.size());
    }
}
