package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tickets grouped by all that a {@link CountableQuery} can ask of them: either all of a group satisfy it or none does, so it is asked once
 * for each group. Not thread-safe.
 */
public final class CountedTickets {
    private record Group(@Nullable String owner, @Nullable UUID category, Status status, Priority priority) {
        static Group of(Ticket ticket) {
            Party owner = ticket.owner();
            Category category = ticket.category();
            return new Group(
                    owner == null ? null : owner.id(),
                    category == null ? null : category.id(),
                    ticket.status(),
                    ticket.priority());
        }
    }

    private final Map<Group, Map<TicketId, Ticket>> groups = new HashMap<>();

    public void add(Ticket ticket) {
        groups.computeIfAbsent(Group.of(ticket), first -> new LinkedHashMap<>()).put(ticket.id(), ticket);
    }

    /** Takes out a ticket as it was added. */
    public void remove(Ticket ticket) {
        groups.computeIfPresent(Group.of(ticket), (group, those) -> {
            those.remove(ticket.id());
            return those.isEmpty() ? null : those;
        });
    }

    /** How many satisfy a filter that looks at owner, category, status and priority alone. */
    public long count(Predicate<Ticket> filter) {
        return groups.values().stream()
                .filter(those -> filter.test(those.values().iterator().next()))
                .mapToLong(Map::size)
                .sum();
    }
}
