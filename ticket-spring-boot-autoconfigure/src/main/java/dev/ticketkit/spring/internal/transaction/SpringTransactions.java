package dev.ticketkit.spring.internal.transaction;

import static org.springframework.transaction.support.TransactionSynchronizationManager.hasResource;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isCurrentTransactionReadOnly;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isSynchronizationActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization;

import dev.ticketkit.jdbc.HostConnections;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The transactions of Spring on one data source, whoever manages them: JDBC, JPA or a template. One that has committed and only calls back is
 * none any more: what is stored there would hang on a connection that nobody commits.
 */
public final class SpringTransactions implements HostConnections {
    private final DataSource dataSource;

    /** On the data source that the transaction managers know. */
    public SpringTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public boolean isTransactionActive() {
        return isActualTransactionActive()
                && isSynchronizationActive()
                && hasResource(dataSource)
                && !CommittedTransactions.isCallingBack();
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
