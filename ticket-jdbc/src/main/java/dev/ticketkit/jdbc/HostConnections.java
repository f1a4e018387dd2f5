package dev.ticketkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a storage finds the host's transaction: three functions, asked on the thread of each call. In Spring they are
 * {@code TransactionSynchronizationManager.isActualTransactionActive()}, {@code DataSourceUtils.getConnection(dataSource)} and
 * {@code DataSourceUtils.releaseConnection(connection, dataSource)}. Thread-safe; methods are called by many threads at once.
 */
public interface HostConnections {
    /**
     * Whether the calling thread is in a transaction of the host on these connections. Must be fast, and must not answer true for a scope
     * without a transaction: what is stored there would never be committed.
     */
    boolean isTransactionActive();

    /**
     * The connection of the transaction that the calling thread is in; asked only while one is active. Not null; one in autocommit mode
     * is refused and given back.
     *
     * @throws SQLException when there is none to be had; a {@code RuntimeException} is taken for the same
     */
    Connection take() throws SQLException;

    /** Takes a connection back, once for each that was taken, whatever became of the call. The transaction goes on. */
    void giveBack(Connection connection) throws SQLException;

    /**
     * Has something done after the transaction of the calling thread has committed; not when it rolls back. By default a host cannot say
     * when that is, and wakes up the desk itself.
     *
     * @param action fast, and throws nothing
     * @return whether it will be done
     */
    default boolean afterCommit(Runnable action) {
        return false;
    }

    /**
     * Whether the transaction of the calling thread may only read. Then a call that writes is refused, and says so, on databases too that would
     * let it pass; asked only while one is active. By default the database alone decides.
     */
    default boolean isReadOnly() {
        return false;
    }

    /**
     * The same with a hook for {@link #afterCommit}.
     *
     * @param hook has an action done after the commit; called only while a transaction is active
     */
    default HostConnections withAfterCommit(Consumer<Runnable> hook) {
        Required.argument(hook, "hook");
        HostConnections same = this;
        return new HostConnections() {
            @Override
            public boolean isTransactionActive() {
                return same.isTransactionActive();
            }

            @Override
            public Connection take() throws SQLException {
                return same.take();
            }

            @Override
            public void giveBack(Connection connection) throws SQLException {
                same.giveBack(connection);
            }

            @Override
            public boolean isReadOnly() {
                return same.isReadOnly();
            }

            @Override
            public boolean afterCommit(Runnable action) {
                hook.accept(action);
                return true;
            }
        };
    }

    /**
     * Of three functions.
     *
     * @param active {@link #isTransactionActive}
     * @param take {@link #take}
     * @param giveBack {@link #giveBack}
     */
    static HostConnections of(BooleanSupplier active, Supplier<Connection> take, Consumer<Connection> giveBack) {
        Required.argument(active, "active");
        Required.argument(take, "take");
        Required.argument(giveBack, "giveBack");
        return new HostConnections() {
            @Override
            public boolean isTransactionActive() {
                return active.getAsBoolean();
            }

            @Override
            public Connection take() {
                return take.get();
            }

            @Override
            public void giveBack(Connection connection) {
                giveBack.accept(connection);
            }
        };
    }

    /**
     * Of a connection that the host holds in its hand for as long as its transaction lasts, and gives back itself. Not for a function that
     * fetches one from a pool: nobody would give it back.
     *
     * @param connection the connection of the calling thread's transaction, or null where there is none
     */
    static HostConnections held(Supplier<? extends @Nullable Connection> connection) {
        Required.argument(connection, "connection");
        return new HostConnections() {
            @Override
            public boolean isTransactionActive() {
                return connection.get() != null;
            }

            @Override
            public Connection take() {
                return Objects.requireNonNull(connection.get(), "connection");
            }

            @Override
            public void giveBack(Connection given) {
                // The host holds it.
            }
        };
    }
}
