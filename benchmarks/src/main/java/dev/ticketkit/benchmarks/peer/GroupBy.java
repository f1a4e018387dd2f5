package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

/** Counts all tickets by category, status and priority in one scan, from which the four statistics follow: over the best index for it. */
public final class GroupBy implements Work {
    private static final String INDEX = """
            CREATE INDEX IF NOT EXISTS bench_group_ix ON ticket (tenant_id, category_id, status_key, priority) INCLUDE (closing_micros)
            WHERE deleted_at IS NULL""";
    private static final String SQL = """
            SELECT category_id, status_key, priority, count(*), count(closing_micros), sum(closing_micros)
            FROM ticket WHERE tenant_id = ? AND deleted_at IS NULL
            GROUP BY category_id, status_key, priority""";

    private final OurDesk tables;

    /** Counts the tickets of the desk. */
    public GroupBy(OurDesk tables) {
        this.tables = tables;
    }

    /** Makes the index. */
    public GroupBy withIndex() {
        tables.schema().execute(INDEX, "VACUUM (ANALYZE) ticket");
        return this;
    }

    @Override
    public Call caller(int number) {
        DataSource pool = tables.schema().pool();
        return () -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement(SQL)) {
                statement.setString(1, OurDesk.TENANT.value());
                if (RowCount.of(statement) == 0) {
                    throw new IllegalStateException("there is nothing to count");
                }
            }
        };
    }
}
