package dev.ticketkit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A source that sets the schema of each connection it gives out, as hosts do that keep each tenant in a schema. */
final class SchemaRouted {
    final DataSource dataSource;
    private volatile String schema = "";

    SchemaRouted(DataSource pool) {
        dataSource = (DataSource) Proxy.newProxyInstance(
                SchemaRouted.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(pool, arguments);
                        if (result instanceof Connection connection) {
                            try (var statement = connection.createStatement()) {
                                boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
                                statement.execute((h2 ? "SET SCHEMA " : "SET search_path TO ") + schema);
                            }
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** From now on. */
    void to(String name) {
        schema = name;
    }
}
