package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same tickets counted three times, at one moment: by category and kind of status, by status, and by priority. Immutable.
 *
 * @param categories in no order; groups without tickets are left out
 * @param statuses statuses without tickets are left out
 * @param priorities priorities without tickets are left out
 */
public record TallySummary(List<CategoryTally> categories, Map<Status, Long> statuses, Map<Priority, Long> priorities) {
    /** No tickets. */
    public static final TallySummary EMPTY = new TallySummary(List.of(), Map.of(), Map.of());

    /** Copies all three. */
    public TallySummary {
        categories = List.copyOf(categories);
        statuses = Map.copyOf(statuses);
        priorities = Map.copyOf(priorities);
    }

    /** Adds up rows in the three ways. */
    public static TallySummary of(Collection<TallyRow> rows) {
        Map<Group, CategoryTally> categories = new LinkedHashMap<>();
        Map<Status, Long> statuses = new HashMap<>();
        Map<Priority, Long> priorities = new EnumMap<>(Priority.class);
        for (TallyRow row : rows) {
            MacroStatus macro = row.status().macro();
            CategoryTally tally =
                    new CategoryTally(row.category(), macro, row.tickets(), row.closedMicros(), row.reopenings());
            categories.merge(new Group(row.category(), macro), tally, CategoryTally::plus);
            statuses.merge(row.status(), row.tickets(), Long::sum);
            priorities.merge(row.priority(), row.tickets(), Long::sum);
        }
        return new TallySummary(List.copyOf(categories.values()), statuses, priorities);
    }

    private record Group(@Nullable Category category, MacroStatus macro) {}
}
