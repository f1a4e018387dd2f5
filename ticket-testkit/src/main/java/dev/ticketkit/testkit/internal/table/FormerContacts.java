package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tickets of one tenant on which contacts left something who are not their contacts now. Not thread-safe. */
final class FormerContacts {
    private final Map<String, Set<TicketId>> tickets = new HashMap<>();

    void keep(TicketChange change) {
        change.formerContacts().forEach(contact -> tickets.computeIfAbsent(contact, unknown -> new TreeSet<>())
                .add(change.after().id()));
    }

    Stream<TicketId> ticketsOf(String contactId) {
        return tickets.getOrDefault(contactId, Set.of()).stream();
    }

    void forget(String contactId, TicketId ticket) {
        tickets.computeIfPresent(contactId, (same, left) -> {
            left.remove(ticket);
            return left.isEmpty() ? null : left;
        });
    }
}
