package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.connection.LockPatience;
import dev.ticketkit.jdbc.internal.connection.OwnedSource;
import dev.ticketkit.jdbc.internal.connection.PhysicalConnection;
import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.schema.SchemaGuard;
import dev.ticketkit.jdbc.internal.sql.CommitWarnings;
import dev.ticketkit.jdbc.internal.sql.Database;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.StatementCache;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions of our own on connections of a pool. Leaves no state on a connection. */
public final class OwningTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(OwningTransactions.class);

    private final OwnedSource source;
    private final SchemaGuard guard;
    private final RetryBudget.Pause pause;
    private final StatementCache statements = new StatementCache();

    public OwningTransactions(OwnedSource source, SchemaGuard guard, RetryBudget.Pause pause) {
        this.source = source;
        this.guard = guard;
        this.pause = pause;
    }

    /** How long a call waits for rows that others hold. */
    public Duration lockWait() {
        return source.lockWait();
    }

    /** Whether any caller's connection is as good as another's; else each of them has to look where its own leads. */
    public boolean isPlain() {
        return source.isPlain();
    }

    /** Where the caller's own connection leads. */
    public Database database() {
        return call().single(Sql::database);
    }

    @Override
    public void stored(TicketChange change) {
        guard.stored(change);
    }

    @Override
    public Dialect dialect() {
        Dialect known = guard.dialect();
        return known == null ? call().read(Sql::dialect) : known;
    }

    @Override
    public boolean joined() {
        return false;
    }

    @Override
    public Call call() {
        return new OwningCall(new RetryBudget(pause));
    }

    /**
     * A call that begins after a failed try of another: waits before it goes on, or throws what that failure means.
     *
     * @param failed null when there was none
     */
    public Call call(@Nullable FailedAttempt failed) {
        OwningCall call = new OwningCall(new RetryBudget(pause));
        if (failed != null) {
            call.attempts.failed(failed.failure(), failed.committing());
        }
        return call;
    }

    /** One try of work of one statement, which is a transaction of its own. */
    @Override
    public <T> T once(Sql.Work<T> work) throws FailedAttempt {
        OwningCall call = new OwningCall(new RetryBudget(pause));
        try {
            return call.once(work, Mode.SINGLE);
        } catch (SQLException e) {
            throw new FailedAttempt(e, call.committing);
        }
    }

    /** How a piece of work is made a transaction. */
    private enum Mode {
        READ,
        SINGLE,
        WRITE
    }

    private final class OwningCall implements Call {
        private final RetryBudget attempts;
        private final LockPatience patience = new LockPatience(source.lockWait());
        private boolean committing;

        private OwningCall(RetryBudget attempts) {
            this.attempts = attempts;
        }

        @Override
        public <T> T read(Sql.Work<T> work) {
            return repeat(work, Mode.READ);
        }

        @Override
        public <T> T single(Sql.Work<T> work) {
            return repeat(work, Mode.SINGLE);
        }

        @Override
        public <T> T write(Sql.Work<T> work) {
            return repeat(work, Mode.WRITE);
        }

        @Override
        public boolean mayHaveStored() {
            return attempts.mayHaveStored();
        }

        @Override
        public StorageException locked() {
            return attempts.locked(null);
        }

        @Override
        public StorageException exhausted() {
            return attempts.exhausted();
        }

        private <T> T repeat(Sql.Work<T> work, Mode mode) {
            while (true) {
                committing = false;
                try {
                    return once(work, mode);
                } catch (SQLException e) {
                    LOG.debug("a try failed with SQLState {}", e.getSQLState());
                    if (mode != Mode.WRITE || !SqlFailure.isLockWait(e)) {
                        attempts.failed(e, committing);
                    } else if (patience.isOver()) {
                        throw attempts.locked(e);
                    }
                }
            }
        }

        private <T> T once(Sql.Work<T> work, Mode mode) throws SQLException {
            if (source.isPlain()) {
                return guard.guarded(() -> onConnection(source.take(), work, mode));
            }
            // Where it leads may depend on the thread that asks.
            Connection connection = guard.here(source::take);
            return guard.guarded(() -> onConnection(connection, work, mode));
        }

        private <T> T onConnection(Connection connection, Sql.Work<T> work, Mode mode) throws SQLException {
            try {
                Sql ready = guard.ready(connection, !source.isPlain() && mode != Mode.READ);
                Sql sql = ready.dialect().driverKeepsStatements()
                        ? ready
                        : ready.with(statements.of(connection, ready.database()));
                source.requireOwned(connection);
                boolean autocommit = connection.getAutoCommit();
                if (autocommit != (mode != Mode.WRITE)) {
                    connection.setAutoCommit(!autocommit);
                }
                try {
                    return mode == Mode.READ
                            ? run(connection, sql, work, mode)
                            : WriteTurns.take(sql, patience, () -> run(connection, sql, work, mode));
                } finally {
                    restore(connection, autocommit);
                }
            } catch (SQLException e) {
                if (SqlFailure.of(e) == SqlFailure.READ_ONLY) {
                    // Pools keep such a connection; closed for good, it cannot come back.
                    abort(connection);
                } else if (SqlFailure.isClosedDatabase(e)) {
                    closeForGood(connection);
                }
                throw e;
            } finally {
                source.giveBack(connection);
            }
        }

        private <T> T run(Connection connection, Sql sql, Sql.Work<T> work, Mode mode) throws SQLException {
            return mode == Mode.WRITE ? inTransaction(connection, sql, work) : inOne(sql, work, mode);
        }

        private <T> T inOne(Sql sql, Sql.Work<T> work, Mode mode) throws SQLException {
            committing = mode == Mode.SINGLE;
            T result = work.run(sql);
            committing = false;
            return result;
        }

        private <T> T inTransaction(Connection connection, Sql sql, Sql.Work<T> work) throws SQLException {
            try {
                if (!sql.isDistributed()) {
                    patience.atMost(sql.dialect().limitLockWaits(connection, patience.sliceMillis()));
                }
                T result = work.run(sql);
                connection.clearWarnings();
                committing = true;
                connection.commit();
                CommitWarnings.log(connection.getWarnings());
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                // After a failed commit too: switching to autocommit would commit what is left.
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void restore(Connection connection, boolean autocommit) {
        try {
            if (connection.getAutoCommit() != autocommit) {
                connection.setAutoCommit(autocommit);
            }
        } catch (SQLException e) {
            // What was done is done; a broken connection is the pool's to find out.
            LOG.debug("a connection could not be given back as it was, SQLState {}", e.getSQLState());
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("a read-only connection could not be aborted, SQLState {}", e.getSQLState());
        }
    }

    /**
     * Below its pool, which takes it for open. H2 opens a database again with the next connection, but those of before stay as they are; each that
     * is met is closed, so that the pool finds out and makes another.
     */
    private static void closeForGood(Connection connection) {
        try {
            PhysicalConnection.of(connection).close();
        } catch (SQLException e) {
            LOG.debug("a connection to a closed database was closed, SQLState {}", e.getSQLState());
        }
    }
}
