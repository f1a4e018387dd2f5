package dev.ticketkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Tells when a session of a database waits for another's lock, or on H2 for its turn to write. Looks on a connection that it keeps: who
 * borrows one for each look competes for it with those he looks at, while he holds what they wait for.
 */
final class LockWaits implements AutoCloseable {
    private final Connection connection;
    private final SqlDialect dialect;
    private final String waiting;

    LockWaits(SqlDialect dialect, DataSource database) throws SQLException {
        this.connection = database.getConnection();
        this.dialect = dialect;
        this.waiting = dialect == SqlDialect.POSTGRESQL
                ? "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
                : "SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL";
    }

    void untilSomeoneWaitsOr(BooleanSupplier done) throws SQLException {
        Await.until("somebody waits for a lock", () -> someoneWaits() || done.getAsBoolean());
    }

    private boolean someoneWaits() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(waiting)) {
            return rows.next()
                    || (dialect == SqlDialect.H2
                            && WriteTurns.of(connection.getMetaData().getURL()).isWaitedFor());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
