package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.FoldedText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a list must hold, found by looking at every ticket. Knows nothing of renamed or merged categories. */
final class PlainSearch {
    private PlainSearch() {}

    static List<Ticket> list(Collection<Ticket> tickets, TicketQuery query, AccessScope scope) {
        Comparator<SortPosition> order = SortPosition.order(query.direction());
        return tickets.stream()
                .filter(ticket -> ticket.deletedAt() == null)
                .filter(scope::covers)
                .filter(ticket -> isFound(ticket, query))
                .sorted((one, other) ->
                        order.compare(query.sort().positionOf(one), query.sort().positionOf(other)))
                .toList();
    }

    private static boolean isFound(Ticket ticket, TicketQuery query) {
        return hasChoices(ticket, query)
                && hasOwner(ticket, query)
                && hasCategory(ticket, query)
                && query.attributes().entrySet().stream().allMatch(wanted -> wanted.getValue()
                        .equals(ticket.attributes().get(wanted.getKey())))
                && query.opened().contains(ticket.openedAt())
                && query.updated().contains(ticket.updatedAt())
                && query.closed().contains(ticket.closedAt())
                && holdsWords(ticket, query);
    }

    private static boolean hasChoices(Ticket ticket, TicketQuery query) {
        return isAny(query.statuses(), ticket.status().key())
                && (query.macroStatus() == null || ticket.status().macro() == query.macroStatus())
                && isAny(query.priorities(), ticket.priority())
                && isAny(query.contacts(), ticket.contact().id())
                && isAny(query.origins(), ticket.origin());
    }

    private static <T> boolean isAny(Set<T> values, T value) {
        return values.isEmpty() || values.contains(value);
    }

    private static boolean hasOwner(Ticket ticket, TicketQuery query) {
        if (query.owners().isEmpty() && !query.unassigned()) {
            return true;
        }
        return ticket.owner() == null
                ? query.unassigned()
                : query.owners().contains(ticket.owner().id());
    }

    private static boolean hasCategory(Ticket ticket, TicketQuery query) {
        return (query.categories().isEmpty() && !query.uncategorised())
                || (ticket.category() == null ? query.uncategorised() : isIn(ticket, query.categories()));
    }

    static boolean isIn(Ticket ticket, Set<String> categories) {
        return ticket.category() != null
                && categories.stream().anyMatch(name -> Category.idOf(ticket.tenant(), name)
                        .equals(ticket.category().id()));
    }

    private static boolean holdsWords(Ticket ticket, TicketQuery query) {
        if (query.text() == null) {
            return true;
        }
        String title = FoldedText.of(ticket.title()).value();
        String description = ticket.description() == null
                ? ""
                : FoldedText.of(ticket.description()).value();
        String reference = ticket.reference().folded().value();
        return Stream.of(FoldedText.of(query.text()).value().split(" ", -1))
                .allMatch(word -> title.contains(word) || description.contains(word) || reference.contains(word));
    }
}
