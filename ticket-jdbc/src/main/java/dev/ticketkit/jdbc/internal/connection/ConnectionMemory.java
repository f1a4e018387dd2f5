package dev.ticketkit.jdbc.internal.connection;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of connections for as long as they are in use. Thread-safe. */
public final class ConnectionMemory<V> {
    private final Map<Object, V> known = new ConcurrentHashMap<>();
    private final ReferenceQueue<Connection> gone = new ReferenceQueue<>();

    /** Finds the entry of a connection; equal to that entry's key, but costs the collector nothing. */
    private record Look(Connection connection) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.refersTo(connection);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(connection);
        }
    }

    private static final class Key extends WeakReference<Connection> {
        private final int hash;

        private Key(Connection connection, ReferenceQueue<Connection> gone) {
            super(connection, gone);
            hash = System.identityHashCode(connection);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key key && get() != null && key.refersTo(get()));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    public @Nullable V of(Connection connection) {
        return known.get(new Look(connection));
    }

    public void remember(Connection connection, V value) {
        for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
            known.remove(each);
        }
        known.put(new Key(connection, gone), value);
    }
}
