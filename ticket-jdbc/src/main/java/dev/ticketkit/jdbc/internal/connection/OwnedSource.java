package dev.ticketkit.jdbc.internal.connection;

import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives connections that are nobody else's. One that arrives with autocommit off may be in a transaction of the host, which would be
 * committed as soon as autocommit is switched on; only a pool that makes all its connections so is known to mean nothing by it.
 */
public final class OwnedSource {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedSource.class);

    private final DataSource dataSource;
    private final boolean plain;
    private final boolean withoutAutocommit;
    private final Duration lockWait;

    public OwnedSource(DataSource dataSource, StoreSettings settings) {
        this.dataSource = dataSource;
        this.plain = PlainSources.has(dataSource);
        this.withoutAutocommit = settings.poolWithoutAutocommit();
        this.lockWait = settings.lockWait();
    }

    /** Whether it gives every caller the same. */
    public boolean isPlain() {
        return plain;
    }

    /** How long a call on its connections waits for rows that others hold. */
    public Duration lockWait() {
        return lockWait;
    }

    public Connection take() throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (RuntimeException e) {
            throw StorageErrors.noConnection(e);
        }
    }

    /** Throws unless a connection is nobody else's; to be asked before anything about it is changed. */
    public void requireOwned(Connection connection) throws SQLException {
        if (!plain && !withoutAutocommit && !connection.getAutoCommit()) {
            throw StorageErrors.misuse(
                    "owning: a connection arrived with autocommit off, so it may be in a transaction of yours, which would"
                            + " be committed. To store in that transaction use JdbcStorage.joining or ambient; if your pool makes all its"
                            + " connections so, say JdbcOptions.poolWithoutAutocommit(true)");
        }
    }

    public void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection could not be closed, SQLState {}", e.getSQLState());
        }
    }
}
