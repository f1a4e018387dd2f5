package dev.ticketkit.jdbc;

import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.storage.CategoryTally;
import dev.ticketkit.spi.storage.TallySummary;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts out the rows of a summary: their rank says what they count. */
final class SummaryRows {
    /** In place of the rank of a priority: the row counts entries into a status. */
    static final int ENTRY = -1;

    /** In place of the rank of a priority: the row is of a category. */
    private static final int CATEGORY = 0;

    private final List<CategoryTally> categories = new ArrayList<>();
    private final Map<Status, Long> statuses = new HashMap<>();
    private final Map<Priority, Long> priorities = new EnumMap<>(Priority.class);
    private final Map<String, Long> entries = new HashMap<>();

    Row add(Row row) throws SQLException {
        int rank = row.integer("priority");
        switch (rank) {
            case ENTRY -> entries.put(row.text("status_key"), row.number("tickets"));
            case CATEGORY -> categories.add(RowTally.category(row));
            default -> {
                statuses.merge(TicketColumns.status(row), row.number("tickets"), Long::sum);
                priorities.merge(Priority.ofRank(rank), row.number("tickets"), Long::sum);
            }
        }
        return row;
    }

    TallySummary summary() {
        return new TallySummary(categories, statuses, priorities);
    }

    Map<String, Long> entries() {
        return entries;
    }
}
