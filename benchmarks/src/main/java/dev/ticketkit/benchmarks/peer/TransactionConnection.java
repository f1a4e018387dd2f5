package dev.ticketkit.benchmarks.peer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Gives a library the connection of the transaction its thread is in, as a transaction manager does; it cannot close it. Outside one, a connection of the pool. */
final class TransactionConnection {
    private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

    private TransactionConnection() {}

    static void during(Connection connection, Runnable work) {
        CURRENT.set(connection);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }

    static DataSource dataSource(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                TransactionConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    Connection connection = CURRENT.get();
                    return connection == null ? pool.getConnection() : unclosed(connection);
                });
    }

    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TransactionConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
