package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.connection.LockPatience;
import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.schema.SchemaGuard;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.spi.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's transaction. Nothing of it is committed, rolled back, closed or re-configured here: the host alone knows what else is in it. Only
 * what a call itself has begun is taken back when it fails.
 *
 * <p>See docs/decisions/0017-host-transactions.md.
 */
public final class JoiningTransactions implements Transactions, Transactions.Call {
    private static final Logger LOG = LoggerFactory.getLogger(JoiningTransactions.class);

    private final JoinedConnections host;
    private final SchemaGuard guard;
    private final Duration lockWait;

    /** @param lockWait how long a call waits for rows that others hold */
    public JoiningTransactions(JoinedConnections host, SchemaGuard guard, Duration lockWait) {
        this.host = host;
        this.lockWait = lockWait;
        this.guard = guard;
    }

    @Override
    public Dialect dialect() {
        Dialect known = guard.dialect();
        return known == null ? call().read(Sql::dialect) : known;
    }

    @Override
    public boolean joined() {
        return true;
    }

    @Override
    public Call call() {
        return this;
    }

    @Override
    public <T> T read(Sql.Work<T> work) {
        return run(work, false);
    }

    @Override
    public <T> T write(Sql.Work<T> work) {
        return run(work, true);
    }

    @Override
    public <T> T single(Sql.Work<T> work) {
        throw new IllegalStateException("the host's transaction is never a statement of its own");
    }

    @Override
    public <T> T once(Sql.Work<T> work) {
        return run(work, true);
    }

    @Override
    public boolean mayHaveStored() {
        return false;
    }

    @Override
    public StorageException locked() {
        return StorageErrors.locked(null);
    }

    @Override
    public StorageException exhausted() {
        return StorageErrors.contended();
    }

    private <T> T run(Sql.Work<T> work, boolean writes) {
        if (!host.isTransactionActive()) {
            throw StorageErrors.misuse(
                    "joining: no transaction is active on this thread, so there is none to join; begin one before the call,"
                            + " or use JdbcStorage.ambient, which then commits by itself");
        }
        if (writes && host.isReadOnly()) {
            throw StorageErrors.misuse(
                    "joining: the host's transaction is read-only, and this call writes; begin one that may write, or call"
                            + " outside of it");
        }
        Connection connection = taken();
        try {
            if (connection.getAutoCommit()) {
                throw StorageErrors.misuse(
                        "joining: the connection is in autocommit mode, so there is no transaction to join;"
                                + " begin one on these connections, or use JdbcStorage.owning");
            }
            return guard.guarded(() -> onConnection(connection, work, writes));
        } catch (SQLException e) {
            throw StorageErrors.of(e);
        } finally {
            giveBack(connection);
        }
    }

    private <T> T onConnection(Connection connection, Sql.Work<T> work, boolean writes) throws SQLException {
        Sql sql = guard.ready(connection, writes);
        // Nodes of Citus hear of no limit.
        return writes && !sql.isDistributed()
                ? new SavedWork(connection, sql, new LockPatience(lockWait)).run(work)
                : work.run(sql);
    }

    private Connection taken() {
        try {
            Connection connection = host.take();
            if (connection == null) {
                throw StorageErrors.misuse(
                        "joining: the host gave no connection though it says that a transaction is active");
            }
            return connection;
        } catch (SQLException e) {
            throw StorageErrors.of(e);
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw StorageErrors.noConnection(e);
        }
    }

    private void giveBack(Connection connection) {
        try {
            host.giveBack(connection);
        } catch (SQLException | RuntimeException e) {
            // What was done is done, and only the host can end it.
            LOG.warn("a connection of the host's could not be given back", e);
        }
    }
}
