package dev.ticketkit.jdbc.internal.statistics;

import dev.ticketkit.jdbc.internal.rollup.Rollup;
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

/** Sorts out the rows of a summary, and adds up what counts the same: those without a priority are of a category. */
final class SummaryRows {
    private static final Long NONE = 0L;

    private final Map<Side, CategoryCount> categories = new LinkedHashMap<>();
    private final Map<Status, Long> statuses = new HashMap<>();
    private final Map<Priority, Long> priorities = new EnumMap<>(Priority.class);
    private final Map<String, Long> entries = new HashMap<>();

    private record Side(@Nullable Category category, MacroStatus macro) {}

    /** A row of one side: of a category, or of a status and priority. */
    Row add(Row row) throws SQLException {
        if (row.integer("priority") == Rollup.NO_PRIORITY) {
            add(LiveCounts.category(row));
        } else {
            statuses.merge(TicketColumns.status(row), row.number("tickets"), Long::sum);
            priorities.merge(row.priority("priority"), row.number("tickets"), Long::sum);
        }
        return row;
    }

    /** A row of one side, or of the entries into a status, which are of no kind of status. */
    Row addSideOrEntry(Row row) throws SQLException {
        if (row.integer("priority") == Rollup.NO_PRIORITY
                && row.text("macro_status").isEmpty()) {
            entries.put(row.text("status_key"), row.number("tickets"));
            return row;
        }
        return add(row);
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
                        .filter(count -> count.tickets() != 0)
                        .toList(),
                statuses,
                priorities);
    }

    private void add(CategoryCount count) {
        categories.merge(new Side(count.category(), count.macro()), count, CategoryCount::plus);
    }

    Map<String, Long> entries() {
        return entries;
    }
}
