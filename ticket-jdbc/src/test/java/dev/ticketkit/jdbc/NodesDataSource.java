package dev.ticketkit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One server that behaves as a cluster of several: while the node of some tenants is away, statements about them fail as Citus says it,
 * and so does every statement that asks all nodes.
 */
final class NodesDataSource {
    private static final String CONNECTION_FAILURE = "08006";
    private static final String OF_ALL_TENANTS = "tenant_id > ?";

    final DataSource dataSource;
    final AtomicInteger failures = new AtomicInteger();
    private final Set<String> away = ConcurrentHashMap.newKeySet();

    NodesDataSource(DataSource real) {
        dataSource = proxy(DataSource.class, real, (name, arguments, call) -> {
            Object result = call.run();
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    /** The node of these tenants does not answer. */
    void lose(String... tenants) {
        away.addAll(List.of(tenants));
    }

    void comeBack() {
        away.clear();
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (name, arguments, call) -> {
            Object result = call.run();
            return result instanceof PreparedStatement statement ? statement((String) arguments[0], statement) : result;
        });
    }

    private PreparedStatement statement(String sql, PreparedStatement statement) {
        Set<Object> values = new HashSet<>();
        return proxy(PreparedStatement.class, statement, (name, arguments, call) -> {
            if (name.startsWith("set") && arguments.length > 1) {
                values.add(arguments[1]);
            }
            boolean asks = name.startsWith("execute") && !away.isEmpty();
            if (asks && (sql.contains(OF_ALL_TENANTS) || away.stream().anyMatch(values::contains))) {
                failures.incrementAndGet();
                throw new SQLException("connection to the remote node failed", CONNECTION_FAILURE);
            }
            return call.run();
        });
    }

    private interface Call {
        Object run() throws Throwable;
    }

    private interface Interceptor {
        Object intercept(String method, Object[] arguments, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Interceptor interceptor) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        interceptor.intercept(method.getName(), arguments == null ? new Object[0] : arguments, () -> {
                            try {
                                return method.invoke(target, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        })));
    }
}
