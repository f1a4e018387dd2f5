package dev.ticketkit.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Statements that stay prepared on one connection of H2, those used last; for one thread at a time. */
final class KeptStatements implements Statements {
    /** As many as a desk uses, but for queries with unusual numbers of values. */
    private static final int MOST = 100;

    private final Connection connection;
    private final Database database;
    private final LinkedHashMap<String, PreparedStatement> unused = new LinkedHashMap<>();

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
        // Taken out while in use: a statement that is used again meanwhile is another one.
        PreparedStatement known = unused.remove(text);
        PreparedStatement statement = known == null ? connection.prepareStatement(text) : known;
        boolean usable = false;
        try {
            T result = use.run(statement);
            usable = true;
            return result;
        } finally {
            if (usable) {
                keep(text, statement);
            } else {
                statement.close();
            }
        }
    }

    private void keep(String text, PreparedStatement statement) throws SQLException {
        PreparedStatement other = unused.put(text, statement);
        if (other != null) {
            other.close();
        }
        if (unused.size() > MOST) {
            Map.Entry<String, PreparedStatement> oldest =
                    unused.entrySet().iterator().next();
            unused.remove(oldest.getKey());
            oldest.getValue().close();
        }
    }
}
