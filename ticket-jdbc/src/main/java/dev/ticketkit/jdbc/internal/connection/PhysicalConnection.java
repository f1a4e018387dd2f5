package dev.ticketkit.jdbc.internal.connection;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Wrapper;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the driver's own connection inside those that pools and proxies give out: it stays the same for as long as it is connected, while
 * they are new each time. Asks nothing of the database.
 */
public final class PhysicalConnection {
    private static final List<String> DRIVERS = List.of("org.postgresql.", "org.h2.");
    private static final List<Class<?>> INTERFACES =
            List.of("org.postgresql.PGConnection", "org.h2.jdbc.JdbcConnection").stream()
                    .<Class<?>>map(PhysicalConnection::find)
                    .filter(Objects::nonNull)
                    .toList();

    private PhysicalConnection() {}

    /** The driver's connection, or the one given where it cannot be found. */
    public static Connection of(Connection given) {
        if (isDrivers(given)) {
            return given;
        }
        Object inside = unwrapped(given, Connection.class);
        if (!isDrivers(inside)) {
            inside = behindMetaData(given);
        }
        for (Class<?> each : INTERFACES) {
            if (!isDrivers(inside)) {
                inside = unwrapped(given, each);
            }
        }
        return isDrivers(inside) && inside instanceof Connection found ? found : given;
    }

    private static boolean isDrivers(@Nullable Object connection) {
        if (connection == null) {
            return false;
        }
        String name = connection.getClass().getName();
        for (String driver : DRIVERS) {
            if (name.startsWith(driver)) {
                return true;
            }
        }
        return false;
    }

    /** Proxies of connections seldom wrap what describes the database. */
    private static @Nullable Object behindMetaData(Connection given) {
        try {
            Object inside = unwrapped(given.getMetaData(), DatabaseMetaData.class);
            return isDrivers(inside) && inside instanceof DatabaseMetaData data ? data.getConnection() : null;
        } catch (SQLException e) {
            return null;
        }
    }

    private static @Nullable Object unwrapped(@Nullable Wrapper wrapper, Class<?> type) {
        try {
            return wrapper == null ? null : wrapper.unwrap(type);
        } catch (SQLException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable Class<?> find(String name) {
        Class<?> found = find(name, Thread.currentThread().getContextClassLoader());
        return found == null ? find(name, PhysicalConnection.class.getClassLoader()) : found;
    }

    private static @Nullable Class<?> find(String name, @Nullable ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
