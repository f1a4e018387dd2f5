package dev.ticketkit.spi.storage.statistics;

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
public record CountSummary(List<CategoryCount> categories, Map<Status, Long> statuses, Map<Priority, Long> priorities) {
    /** No tickets. */
    public static final CountSummary EMPTY = new CountSummary(List.of(), Map.of(), Map.of());

    /** Copies all three. */
    public CountSummary {
        categories = List.copyOf(categories);
        statuses = Map.copyOf(statuses);
        priorities = Map.copyOf(priorities);
    }

    /** Adds up rows in the three ways. */
    public static CountSummary of(Collection<TicketCount> rows) {
        Map<Group, CategoryCount> categories = new LinkedHashMap<>();
        Map<Status, Long> statuses = new HashMap<>();
        Map<Priority, Long> priorities = new EnumMap<>(Priority.class);
        for (TicketCount row : rows) {
            MacroStatus macro = row.status().macro();
            CategoryCount count =
                    new CategoryCount(row.category(), macro, row.tickets(), row.closedMicros(), row.reopenings());
            categories.merge(new Group(row.category(), macro), count, CategoryCount::plus);
            statuses.merge(row.status(), row.tickets(), Long::sum);
            priorities.merge(row.priority(), row.tickets(), Long::sum);
        }
        return new CountSummary(List.copyOf(categories.values()), statuses, priorities);
    }

    private record Group(@Nullable Category category, MacroStatus macro) {}
}
