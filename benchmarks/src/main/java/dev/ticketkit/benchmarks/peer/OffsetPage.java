package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

/** Reads the same page as {@link KeysetPage} by counting rows from the beginning. */
public final class OffsetPage implements Work {
    private static final String SQL = "SELECT " + KeysetPage.COLUMNS + "\n" + """
             FROM ticket t LEFT JOIN ticket_category c ON c.tenant_id = t.tenant_id AND c.id = t.category_id
            WHERE t.tenant_id = ? AND t.status_key = ? AND t.deleted_at IS NULL
            ORDER BY t.priority DESC, t.opened_at DESC, t.id LIMIT ? OFFSET ?""";

    private final OurDesk tables;
    private final String status;
    private final int limit;
    private final long offset;

    /** A page after so many rows. */
    public OffsetPage(OurDesk tables, String status, int limit, long offset) {
        this.tables = tables;
        this.status = status;
        this.limit = limit;
        this.offset = offset;
    }

    @Override
    public Call caller(int number) {
        DataSource pool = tables.schema().pool();
        return () -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement(SQL)) {
                statement.setString(1, OurDesk.TENANT.value());
                statement.setString(2, status);
                statement.setInt(3, limit);
                statement.setLong(4, offset);
                RowCount.require(limit, statement);
            }
        };
    }
}
