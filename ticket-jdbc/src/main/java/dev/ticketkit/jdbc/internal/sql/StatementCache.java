package dev.ticketkit.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;

/**
 * Keeps the statements of H2's connections in a pool that keeps none, which is HikariCP. H2 takes as long to prepare a statement as to run it, and by
 * itself remembers eight. The pool hands out a wrapper each time, so they are kept with the connection inside, which is nobody else's as long as the
 * wrapper is ours. What else may wrap a connection is there to see its statements, and does. Not for a host's transaction: its pool must see
 * what is done in it. Thread-safe.
 */
public final class StatementCache {
    private static final String POOL = "com.zaxxer.hikari.";
    private static final int MOST_CONNECTIONS = 64;

    private final IdentityHashMap<Connection, KeptStatements> kept = new IdentityHashMap<>();

    /**
     * The statements of a connection that was taken from the pool.
     *
     * @param database where it leads: what was prepared for another schema of the same file would still go there
     */
    public Statements of(Connection pooled, Database database) throws SQLException {
        if (!pooled.getClass().getName().startsWith(POOL)) {
            return Statements.of(pooled);
        }
        Connection inside = pooled.unwrap(Connection.class);
        synchronized (kept) {
            KeptStatements known = kept.get(inside);
            if (known == null || known.database() != database) {
                forgetClosed();
                known = new KeptStatements(inside, database);
                kept.remove(inside);
                if (kept.size() < MOST_CONNECTIONS) {
                    kept.put(inside, known);
                }
            }
            return known;
        }
    }

    private void forgetClosed() throws SQLException {
        for (Connection each : kept.keySet().toArray(Connection[]::new)) {
            if (each.isClosed()) {
                kept.remove(each);
            }
        }
    }
}
