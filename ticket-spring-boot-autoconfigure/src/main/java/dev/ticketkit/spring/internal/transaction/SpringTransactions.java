package dev.ticketkit.spring.internal.transaction;

import static org.springframework.transaction.support.TransactionSynchronizationManager.getResource;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isCurrentTransactionReadOnly;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isSynchronizationActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization;

import dev.ticketkit.jdbc.HostConnections;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The transactions of Spring on one data source, whoever manages them: JDBC, JPA or a template. One that has committed and only calls back is
 * none any more: what is stored there would hang on a connection that nobody commits.
 */
public final class SpringTransactions implements HostConnections {
    private static final Logger LOG = LoggerFactory.getLogger(SpringTransactions.class);

    private final DataSource dataSource;

    /** On the data source that the transaction managers know. */
    public SpringTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public boolean isTransactionActive() {
        return isActualTransactionActive()
                && isSynchronizationActive()
                && !CommittedTransactions.isCallingBack()
                && getResource(dataSource) instanceof ConnectionHolder bound
                && hasBegun(bound);
    }

    /** Spring also keeps a connection for reads during a transaction of another data source: nothing was begun on that one. */
    private static boolean hasBegun(ConnectionHolder bound) {
        try {
            return !bound.getConnection().getAutoCommit();
        } catch (SQLException e) {
            LOG.debug("cannot ask the connection of the transaction; who joins it will see why", e);
            return true;
        } catch (IllegalStateException e) {
            LOG.trace("it holds no connection now, as none does that was begun", e);
            return false;
        }
    }

    @Override
    public boolean isReadOnly() {
        return isCurrentTransactionReadOnly();
    }

    @Override
    public Connection take() throws SQLException {
        return DataSourceUtils.doGetConnection(dataSource);
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        DataSourceUtils.doReleaseConnection(connection, dataSource);
    }

    @Override
    public boolean afterCommit(Runnable action) {
        registerSynchronization(new AfterCommit(action));
        return true;
    }

    private record AfterCommit(Runnable action) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            action.run();
        }
    }
}
