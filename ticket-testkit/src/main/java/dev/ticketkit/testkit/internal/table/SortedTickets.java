package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tickets in the orders of lists, so that a page is read from where it begins until it is full. An order is made when a list first asks
 * for it, and kept from then on. Not thread-safe.
 */
public final class SortedTickets {
    private record Order(TicketSort sort, SortDirection direction) {}

    private final Map<TicketId, Ticket> tickets = new HashMap<>();
    private final Map<Order, NavigableMap<SortPosition, Ticket>> sorted = new HashMap<>();

    public void add(Ticket ticket) {
        tickets.put(ticket.id(), ticket);
        sorted.forEach((order, those) -> those.put(order.sort().positionOf(ticket), ticket));
    }

    /** Takes out a ticket as it was added: what it holds says where it stands. */
    public void remove(Ticket ticket) {
        tickets.remove(ticket.id());
        sorted.forEach((order, those) -> those.remove(order.sort().positionOf(ticket)));
    }

    /** All of them, in no order. */
    public Collection<Ticket> all() {
        return Collections.unmodifiableCollection(tickets.values());
    }

    /**
     * The first tickets in a query's order that a filter lets through.
     *
     * @param after only tickets that come later than this position, or null for the beginning
     */
    public List<Ticket> page(TicketQuery query, @Nullable SortPosition after, Predicate<Ticket> filter, int limit) {
        NavigableMap<SortPosition, Ticket> all = in(new Order(query.sort(), query.direction()));
        // No stream: it would ask how long the rest is, and a tree counts that one by one.
        Iterator<Ticket> rest =
                (after == null ? all : all.tailMap(after, false)).values().iterator();
        List<Ticket> page = new ArrayList<>();
        while (page.size() < limit && rest.hasNext()) {
            Ticket ticket = rest.next();
            if (filter.test(ticket)) {
                page.add(ticket);
            }
        }
        return Collections.unmodifiableList(page);
    }

    private NavigableMap<SortPosition, Ticket> in(Order order) {
        return sorted.computeIfAbsent(order, first -> {
            NavigableMap<SortPosition, Ticket> all = new TreeMap<>(SortPosition.order(order.sort(), order.direction()));
            tickets.values().forEach(ticket -> all.put(order.sort().positionOf(ticket), ticket));
            return all;
        });
    }
}
