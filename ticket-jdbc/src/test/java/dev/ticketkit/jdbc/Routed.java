package dev.ticketkit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A source of connections that leads each thread where it was told to, and all others to where the source was moved. */
final class Routed {
    private static final ThreadLocal<@Nullable DataSource> OF_THREAD = new ThreadLocal<>();

    final DataSource dataSource = (DataSource) Proxy.newProxyInstance(
            Routed.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                try {
                    return method.invoke(target(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    private final AtomicReference<@Nullable DataSource> ofAll = new AtomicReference<>();

    /** From now on this thread's connections come from there. */
    void to(DataSource database) {
        OF_THREAD.set(database);
    }

    /** From now on everybody's connections come from there. */
    void moveTo(DataSource database) {
        ofAll.set(database);
    }

    private DataSource target() {
        DataSource own = OF_THREAD.get();
        return own == null ? ofAll.get() : own;
    }
}
