package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same tickets counted twice, at one moment: by category and status, and by priority. Immutable.
 *
 * @param categories in no order; groups without tickets are left out
 * @param priorities priorities without tickets are left out
 */
public record TallySummary(List<CategoryTally> categories, Map<Priority, Long> priorities) {
    /** No tickets. */
    public static final TallySummary EMPTY = new TallySummary(List.of(), Map.of());

    /** Copies both. */
    public TallySummary {
        categories = List.copyOf(categories);
        priorities = Map.copyOf(priorities);
    }

    /** Adds up rows over priorities, and over categories and statuses. */
    public static TallySummary of(Collection<TallyRow> rows) {
        Map<Group, CategoryTally> categories = new LinkedHashMap<>();
        Map<Priority, Long> priorities = new EnumMap<>(Priority.class);
        for (TallyRow row : rows) {
            CategoryTally tally = new CategoryTally(
                    row.category(), row.status(), row.tickets(), row.closedMicros(), row.reopenings());
            categories.merge(new Group(row.category(), row.status()), tally, CategoryTally::plus);
            priorities.merge(row.priority(), row.tickets(), Long::sum);
        }
        return new TallySummary(List.copyOf(categories.values()), priorities);
    }

    private record Group(@Nullable Category category, Status status) {}
}
