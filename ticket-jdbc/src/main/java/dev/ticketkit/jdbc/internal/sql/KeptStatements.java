package dev.ticketkit.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Statements that stay prepared on one connection of H2, those used last; for one thread at a time. */
final class KeptStatements implements Statements {
    /** As many as a desk uses, but for queries with unusual numbers of values. */
    private static final int MOST = 100;

    private final Connection connection;
    private final Database database;
    private final Map<String, Kept> statements = new LinkedHashMap<>(2 * MOST, 0.75f, true);

    /** A statement, and whether it is in use: one that is wanted again meanwhile is another. */
    private static final class Kept {
        private final PreparedStatement statement;
        private boolean inUse;

        private Kept(PreparedStatement statement) {
            this.statement = statement;
        }
    }

    KeptStatements(Connection connection, Database database) {
        this.connection = connection;
        this.database = database;
    }

    /** For which it prepares. */
    Database database() {
        return database;
    }

    @Override
    public <T> T with(String text, Use<T> use) throws SQLException {
        Kept known = statements.get(text);
        if (known != null && known.inUse) {
            return Statements.of(connection).with(text, use);
        }
        return with(text, known == null ? kept(text) : known, use);
    }

    private <T> T with(String text, Kept kept, Use<T> use) throws SQLException {
        kept.inUse = true;
        boolean usable = false;
        try {
            T result = use.run(kept.statement);
            usable = true;
            return result;
        } finally {
            kept.inUse = false;
            if (!usable) {
                statements.remove(text);
                kept.statement.close();
            }
        }
    }

    private Kept kept(String text) throws SQLException {
        Kept kept = new Kept(connection.prepareStatement(text));
        statements.put(text, kept);
        if (statements.size() > MOST) {
            closeOldest();
        }
        return kept;
    }

    /** Those in use stay. */
    private void closeOldest() throws SQLException {
        Iterator<Kept> oldest = statements.values().iterator();
        while (oldest.hasNext()) {
            Kept each = oldest.next();
            if (!each.inUse) {
                oldest.remove();
                each.statement.close();
                return;
            }
        }
    }
}
