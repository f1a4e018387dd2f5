package dev.ticketkit.testkit.contract.statistics;

import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import dev.ticketkit.testkit.contract.internal.PlainSearch;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the counts must be, counted ticket by ticket. Knows nothing of renamed or merged categories. */
final class PlainCounts {
    private PlainCounts() {}

    static Collection<TicketCount> counts(Collection<Ticket> tickets, CountQuery query) {
        Map<List<@Nullable Object>, TicketCount> rows = new HashMap<>();
        for (Ticket ticket : tickets) {
            if (counts(ticket, query) && isRead(ticket, query)) {
                TicketCount one = rowOf(ticket);
                rows.merge(Arrays.asList(one.category(), one.status(), one.priority()), one, PlainCounts::sum);
            }
        }
        return rows.values();
    }

    static Map<String, Long> statusEntries(Map<Ticket, List<TicketEvent>> histories, CountQuery query) {
        Map<String, Long> entries = new TreeMap<>();
        histories.forEach((ticket, events) -> {
            if (counts(ticket, query)) {
                events.stream()
                        .filter(event -> query.range().contains(event.at()))
                        .flatMap(event -> event.changes().stream())
                        .filter(change -> change.field() == TicketField.STATUS)
                        .map(FieldChange::to)
                        .forEach(status -> entries.merge(status, 1L, Long::sum));
            }
        });
        return entries;
    }

    private static boolean counts(Ticket ticket, CountQuery query) {
        return ticket.deletedAt() == null
                && query.scope().covers(ticket)
                && (query.categories().isEmpty() || PlainSearch.isIn(ticket, query.categories()));
    }

    static boolean isRead(Ticket ticket, CountQuery query) {
        Instant closedAt = ticket.closedAt();
        return switch (query.basis()) {
            case OPENED -> query.range().contains(ticket.openedAt());
            case CLOSED -> closedAt != null && query.range().contains(closedAt);
            case OPEN_NOW -> ticket.status().macro() == MacroStatus.IN_PROGRESS;
        };
    }

    private static TicketCount rowOf(Ticket ticket) {
        Instant closedAt = ticket.closedAt();
        BigInteger micros = closedAt == null ? BigInteger.ZERO : micros(ticket.openedAt(), closedAt);
        return new TicketCount(ticket.category(), ticket.status(), ticket.priority(), 1, micros, ticket.reopenings());
    }

    /** Not by {@link Instant#until}, which overflows after 292 years. */
    static BigInteger micros(Instant from, Instant to) {
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        long rest = (to.getNano() - from.getNano()) / 1_000L;
        return BigInteger.valueOf(seconds * 1_000_000 + rest);
    }

    private static TicketCount sum(TicketCount one, TicketCount other) {
        return new TicketCount(
                one.category(),
                one.status(),
                one.priority(),
                one.tickets() + other.tickets(),
                one.closedMicros().add(other.closedMicros()),
                one.reopenings() + other.reopenings());
    }
}
