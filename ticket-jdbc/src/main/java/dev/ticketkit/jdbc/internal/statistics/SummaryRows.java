package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.storage.statistics.CategoryCount;
import dev.ticketkit.spi.storage.statistics.CountSummary;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts out the rows of a summary, and adds up what counts the same: their rank says what they count. */
final class SummaryRows {
    /** In place of the rank of a priority: the row counts entries into a status. */
    static final int ENTRY = -1;

    /** In place of the rank of a priority: the row is of a category. */
    static final int CATEGORY = 0;

    private static final Long NONE = 0L;

    private final Map<Side, CategoryCount> categories = new LinkedHashMap<>();
    private final Map<Status, Long> statuses = new HashMap<>();
    private final Map<Priority, Long> priorities = new EnumMap<>(Priority.class);
    private final Map<String, Long> entries = new HashMap<>();

    private record Side(@Nullable Category category, MacroStatus macro) {}

    Row add(Row row) throws SQLException {
        int rank = row.integer("priority");
        switch (rank) {
            case ENTRY -> entries.put(row.text("status_key"), row.number("tickets"));
            case CATEGORY -> add(LiveCounts.category(row));
            default -> {
                statuses.merge(TicketColumns.status(row), row.number("tickets"), Long::sum);
                priorities.merge(row.priority("priority"), row.number("tickets"), Long::sum);
            }
        }
        return row;
    }

    /** A row of one side, or of a group of one category, status and priority, which is on both. */
    Row addSideOrGroup(Row row) throws SQLException {
        if (row.flag("of_group")) {
            add(LiveCounts.category(row));
        }
        return add(row);
    }

    CountSummary summary() {
        statuses.values().removeIf(NONE::equals);
        priorities.values().removeIf(NONE::equals);
        return new CountSummary(
                categories.values().stream()
                        .filter(tally -> tally.tickets() != 0)
                        .toList(),
                statuses,
                priorities);
    }

    private void add(CategoryCount tally) {
        categories.merge(new Side(tally.category(), tally.macro()), tally, CategoryCount::plus);
    }

    Map<String, Long> entries() {
        return entries;
    }
}
