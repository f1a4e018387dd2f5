package dev.ticketkit.acceptance.statement;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts what goes to the database: statements and commits. */
final class CountedStatements {
    final DataSource dataSource;
    private final AtomicInteger count = new AtomicInteger();

    CountedStatements(DataSource real) {
        dataSource = proxy(DataSource.class, real);
    }

    /** How many there were since this was last asked. */
    int taken() {
        return count.getAndSet(0);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")
                            || method.getName().equals("commit")) {
                        count.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof Connection connection) {
                            return proxy(Connection.class, connection);
                        }
                        return result instanceof Statement ? statement(method.getReturnType(), result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private <T> T statement(Class<T> type, Object statement) {
        return proxy(type, type.cast(statement));
    }
}
