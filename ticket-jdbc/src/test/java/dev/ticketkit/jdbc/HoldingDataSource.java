package dev.ticketkit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Stops before a statement to let something else happen first. */
final class HoldingDataSource {
    private HoldingDataSource() {}

    /** What happens meanwhile. */
    interface Meanwhile {
        void run() throws Exception;
    }

    static DataSource before(String statement, DataSource real, Meanwhile meanwhile) {
        return proxy(DataSource.class, real, statement, meanwhile);
    }

    private static <T> T proxy(Class<T> type, T target, String statement, Meanwhile meanwhile) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && ((String) arguments[0]).startsWith(statement)) {
                        meanwhile.run();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection
                                ? proxy(Connection.class, connection, statement, meanwhile)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
