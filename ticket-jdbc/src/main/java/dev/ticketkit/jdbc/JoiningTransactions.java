package dev.ticketkit.jdbc;

import dev.ticketkit.spi.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * The host's transaction. Nothing is committed, rolled back, closed, re-configured or tried again here: he alone knows what else is
 * in it.
 */
final class JoiningTransactions implements Transactions, Transactions.Call {
    private final Supplier<Connection> connections;
    private final SchemaGuard guard;

    JoiningTransactions(Supplier<Connection> connections, SchemaGuard guard) {
        this.connections = connections;
        this.guard = guard;
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
    public StorageException exhausted() {
        return StorageErrors.contended();
    }

    private <T> T run(Sql.Work<T> work, boolean writes) {
        Connection connection = connections.get();
        if (connection == null) {
            throw StorageErrors.misuse("joining: the supplier gave no connection; begin a transaction before the call");
        }
        try {
            if (connection.getAutoCommit()) {
                throw StorageErrors.misuse(
                        "joining: the connection is in autocommit mode, so there is no transaction to join;"
                                + " begin one, or use JdbcStorage.owning");
            }
            return guard.guarded(() -> work.run(guard.ready(connection, writes)));
        } catch (SQLException e) {
            throw StorageErrors.of(e);
        }
    }
}
