package dev.ticketkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds the dialect and looks for the tables, once, on the first connection that is used. */
final class SchemaGuard {
    private final SchemaHistory history;
    private final boolean verify;
    private volatile @Nullable SqlDialect dialect;

    SchemaGuard(TableNames names, boolean verify) {
        this.history = new SchemaHistory(names);
        this.verify = verify;
    }

    Sql ready(Connection connection) throws SQLException {
        SqlDialect known = dialect;
        if (known != null) {
            return new Sql(connection, known);
        }
        SqlDialect found = SqlDialect.of(connection);
        Sql sql = new Sql(connection, found);
        if (verify) {
            history.verify(sql);
        }
        dialect = found;
        return sql;
    }
}
