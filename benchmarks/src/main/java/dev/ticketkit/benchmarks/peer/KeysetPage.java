package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Work;
import dev.ticketkit.spi.model.Ticket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads a page of tickets of one status as a bare statement: most urgent first, what comes after the last row of the page before. */
public final class KeysetPage implements Work {
    /** What a list shows of a ticket. */
    static final String COLUMNS = """
            t.id, t.version, t.reference, t.title, t.description, t.status_key, t.status_position, t.macro_status, t.priority, \
            t.category_id, c.name, t.contact_id, t.contact_name, t.contact_phone, t.contact_email, t.contact_language, t.owner_id, \
            t.owner_label, t.origin, t.external_id, t.opened_at, t.updated_at, t.closed_at, t.reopenings""";

    private static final String FROM = " FROM ticket t LEFT JOIN ticket_category c ON c.tenant_id = t.tenant_id"
            + " AND c.id = t.category_id WHERE t.tenant_id = ? AND t.status_key = ? AND t.deleted_at IS NULL";
    private static final String AFTER =
            " AND (t.priority, t.opened_at) <= (?, ?) AND ((t.priority, t.opened_at) < (?, ?) OR t.id > ?)";
    private static final String ORDER = " ORDER BY t.priority DESC, t.opened_at DESC, t.id LIMIT ?";

    private final OurDesk tables;
    private final String status;
    private final @Nullable Ticket after;
    private final int limit;

    /**
     * A page.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public KeysetPage(OurDesk tables, String status, @Nullable Ticket after, int limit) {
        this.tables = tables;
        this.status = status;
        this.after = after;
        this.limit = limit;
    }

    @Override
    public Call caller(int number) {
        DataSource pool = tables.schema().pool();
        String sql = "SELECT " + COLUMNS + FROM + (after == null ? "" : AFTER) + ORDER;
        return () -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement);
                RowCount.require(limit, statement);
            }
        };
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int at = 1;
        statement.setString(at++, OurDesk.TENANT.value());
        statement.setString(at++, status);
        if (after != null) {
            for (int i = 0; i < 2; i++) {
                statement.setInt(at++, after.priority().rank());
                statement.setObject(at++, after.openedAt().atOffset(ZoneOffset.UTC));
            }
            statement.setObject(at++, after.id().value());
        }
        statement.setInt(at, limit);
    }
}
