package dev.ticketkit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A data source whose next commits go wrong: by {@link Fault#AFTER}, what was sent is stored and then the connection breaks; by
 * {@link Fault#BEFORE}, it breaks first. A commit is {@code commit()}, or a statement in autocommit mode that inserts.
 */
final class FaultyDataSource {
    enum Fault {
        BEFORE,
        AFTER
    }

    private final Fault fault;
    private final String state;
    private final AtomicInteger faults;

    private FaultyDataSource(Fault fault, String state, int faults) {
        this.fault = fault;
        this.state = state;
        this.faults = new AtomicInteger(faults);
    }

    static DataSource of(DataSource real, Fault fault, String state, int faults) {
        FaultyDataSource faulty = new FaultyDataSource(fault, state, faults);
        return proxy(DataSource.class, real, (name, call) -> {
            Object result = call.run();
            return result instanceof Connection connection ? faulty.connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (name, call) -> {
            if (name.equals("commit")) {
                return commit(call);
            }
            Object result = call.run();
            return result instanceof PreparedStatement statement && connection.getAutoCommit()
                    ? statement(statement)
                    : result;
        });
    }

    private PreparedStatement statement(PreparedStatement statement) {
        boolean writes = statement.toString().contains("INSERT INTO");
        return proxy(
                PreparedStatement.class,
                statement,
                (name, call) -> writes && name.equals("executeQuery") ? commit(call) : call.run());
    }

    private Object commit(Call call) throws Throwable {
        if (faults.getAndDecrement() <= 0) {
            return call.run();
        }
        if (fault == Fault.AFTER) {
            call.run();
        }
        throw new SQLException("the wire was cut", state);
    }

    private interface Call {
        Object run() throws Throwable;
    }

    private interface Interceptor {
        Object intercept(String method, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Interceptor interceptor) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> interceptor.intercept(method.getName(), () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
