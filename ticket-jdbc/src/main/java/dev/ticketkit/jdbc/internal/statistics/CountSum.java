package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up rows that mean the same group: rollups of merged categories, and deltas. */
final class CountSum {
    private final Map<Key, TicketCount> sums = new HashMap<>();

    private record Key(@Nullable UUID category, String status, Priority priority) {}

    /** This sum, with the row in it. */
    CountSum add(TicketCount row) {
        Category category = row.category();
        Key key = new Key(category == null ? null : category.id(), row.status().key(), row.priority());
        sums.merge(key, row, CountSum::plus);
        return this;
    }

    /** The groups that have tickets. */
    List<TicketCount> rows() {
        return sums.values().stream().filter(row -> row.tickets() != 0).toList();
    }

    private static TicketCount plus(TicketCount one, TicketCount other) {
        return new TicketCount(
                one.category(),
                one.status(),
                one.priority(),
                one.tickets() + other.tickets(),
                one.closedMicros().add(other.closedMicros()),
                one.reopenings() + other.reopenings());
    }
}
