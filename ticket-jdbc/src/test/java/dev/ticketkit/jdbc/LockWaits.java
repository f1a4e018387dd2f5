package dev.ticketkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Tells when a session of a database waits for another's lock, or on H2 for its turn to write. */
final class LockWaits {
    private final String waiting;
    private final DataSource database;
    private final SqlDialect dialect;

    LockWaits(SqlDialect dialect, DataSource database) {
        this.database = database;
        this.dialect = dialect;
        this.waiting = dialect == SqlDialect.POSTGRESQL
                ? "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
                : "SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL";
    }

    void untilSomeoneWaitsOr(BooleanSupplier done) throws SQLException {
        while (!someoneWaits() && !done.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private boolean someoneWaits() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(waiting)) {
            return rows.next()
                    || (dialect == SqlDialect.H2
                            && WriteTurns.of(connection.getMetaData().getURL()).isWaitedFor());
        }
    }
}
