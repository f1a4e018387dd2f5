package dev.ticketkit.jdbc.internal.catalogue;

import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The categories this process has seen stored, so that its commits need not try to make them again. Rows of categories are not deleted, but
 * another may empty the tables: a commit that misses one fails its own check, has it forgotten and is run again. Thread-safe.
 */
public final class SeenCategories {
    private static final int MOST = 10_000;

    /** Ids are made of tenant and name, so no two tenants share one. */
    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();

    /** Whether the category of a change is known to be stored; true for a change without one. */
    public boolean knows(TicketChange change) {
        Category category = change.after().category();
        return category == null || seen.contains(category.id());
    }

    /** The commit of this change has found its category, or made it. */
    public void add(TicketChange change) {
        Category category = change.after().category();
        if (category != null && !seen.contains(category.id())) {
            if (seen.size() >= MOST) {
                seen.clear();
            }
            seen.add(category.id());
        }
    }

    /** A statement that may rely on what was seen. */
    public interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs the statement of these changes; when it fails its check, what they relied on is forgotten. */
    public <T> T relying(List<TicketChange> changes, Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException e) {
            if (SqlFailure.of(e) == SqlFailure.CHECK) {
                forget(changes);
            }
            throw e;
        }
    }

    private void forget(List<TicketChange> changes) {
        for (TicketChange change : changes) {
            Category category = change.after().category();
            if (category != null) {
                seen.remove(category.id());
            }
        }
    }
}
