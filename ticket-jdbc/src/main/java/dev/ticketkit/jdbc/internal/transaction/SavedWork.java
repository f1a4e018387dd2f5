package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.connection.LockPatience;
import dev.ticketkit.jdbc.internal.dialect.SavedPlace;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import java.sql.Connection;
import java.sql.SQLException;

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

    <T> T run(Sql.Work<T> work) throws SQLException {
        while (true) {
            SavedPlace place = sql.dialect().save(connection, patience.sliceMillis());
            patience.atMost(place.limitBefore());
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
                    throw sql.dialect().mayBeDeadlock(connection) ? StorageErrors.of(e) : StorageErrors.locked(e);
                }
            } catch (RuntimeException | Error e) {
                goBack(place, e);
                throw e;
            }
        }
    }

    private static void goBack(SavedPlace place, Throwable cause) {
        try {
            place.goBack();
        } catch (SQLException e) {
            // A deadlock on H2 has ended the whole transaction, or the connection is gone.
            cause.addSuppressed(e);
        }
    }
}
