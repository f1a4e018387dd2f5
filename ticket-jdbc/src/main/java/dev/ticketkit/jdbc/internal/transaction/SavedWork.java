package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.connection.LockLimit;
import dev.ticketkit.jdbc.internal.connection.LockPatience;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * Runs work in the host's transaction from a savepoint on. Work that fails leaves the transaction as it was before, and usable; work that
 * waits for a lock gives up what it has locked and begins again, until its time is over. The limit of the lock waits is set for the
 * work alone, and is what it was when this returns.
 */
final class SavedWork {
    private final Connection connection;
    private final Sql sql;
    private final LockPatience patience;

    SavedWork(Connection connection, Sql sql, LockPatience patience) {
        this.connection = connection;
        this.sql = sql;
        this.patience = patience;
    }

    /** Where the transaction stood. */
    private interface Place {
        void leave() throws SQLException;

        void goBack() throws SQLException;
    }

    <T> T run(Sql.Work<T> work) throws SQLException {
        while (true) {
            Place place = sql.isPostgres() ? postgres() : h2();
            try {
                T result = work.run(sql);
                place.leave();
                return result;
            } catch (SQLException e) {
                goBack(place, e);
                if (!SqlFailure.isLockWait(e)) {
                    throw e;
                }
                if (patience.isOver()) {
                    throw sql.isPostgres() || !othersWaitToo() ? StorageErrors.locked(e) : StorageErrors.of(e);
                }
            } catch (RuntimeException | Error e) {
                goBack(place, e);
                throw e;
            }
        }
    }

    /**
     * H2 ends most deadlocks by its limit alone. Then somebody else is about a statement of an open transaction; who only holds one open is
     * not, least of all on this thread.
     */
    private boolean othersWaitToo() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS s
                        WHERE s.SESSION_ID <> SESSION_ID() AND s.CONTAINS_UNCOMMITTED AND s.EXECUTING_STATEMENT IS NOT NULL""")) {
            return result.next();
        }
    }

    private static void goBack(Place place, Throwable cause) {
        try {
            place.goBack();
        } catch (SQLException e) {
            // A deadlock on H2 has ended the whole transaction, or the connection is gone.
            cause.addSuppressed(e);
        }
    }

    /** One round trip each way. */
    private Place postgres() throws SQLException {
        String before = LockLimit.set(connection, "SAVEPOINT ticketkit_call;\n", patience.sliceMillis());
        patience.atMost(LockLimit.millis(before));
        return new Place() {
            @Override
            public void leave() throws SQLException {
                try (PreparedStatement statement = connection.prepareStatement(
                        "RELEASE SAVEPOINT ticketkit_call;\nSELECT set_config('lock_timeout', ?, true)")) {
                    statement.setString(1, before);
                    statement.execute();
                }
            }

            @Override
            public void goBack() throws SQLException {
                execute("ROLLBACK TO SAVEPOINT ticketkit_call;\nRELEASE SAVEPOINT ticketkit_call");
            }
        };
    }

    private Place h2() throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        long before = h2LockTimeout();
        patience.atMost(before);
        execute("SET LOCK_TIMEOUT " + Math.min(before, patience.sliceMillis()));
        return new Place() {
            @Override
            public void leave() throws SQLException {
                execute("SET LOCK_TIMEOUT " + before);
                connection.releaseSavepoint(savepoint);
            }

            @Override
            public void goBack() throws SQLException {
                execute("SET LOCK_TIMEOUT " + before);
                connection.rollback(savepoint);
            }
        };
    }

    private long h2LockTimeout() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT LOCK_TIMEOUT()")) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
