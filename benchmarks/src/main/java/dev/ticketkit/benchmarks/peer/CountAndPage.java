package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

/** Reads the first page as {@link KeysetPage} does, and counts the tickets of the status. */
public final class CountAndPage implements Work {
    private static final String COUNT =
            "SELECT count(*) FROM ticket WHERE tenant_id = ? AND status_key = ? AND deleted_at IS NULL";

    private final OurDesk tables;
    private final String status;
    private final KeysetPage page;

    /** The first page of a status. */
    public CountAndPage(OurDesk tables, String status, int limit) {
        this.tables = tables;
        this.status = status;
        this.page = new KeysetPage(tables, status, null, limit);
    }

    @Override
    public Call caller(int number) {
        DataSource pool = tables.schema().pool();
        Call rows = page.caller(number);
        return () -> {
            rows.run();
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement(COUNT)) {
                statement.setString(1, OurDesk.TENANT.value());
                statement.setString(2, status);
                RowCount.require(1, statement);
            }
        };
    }
}
