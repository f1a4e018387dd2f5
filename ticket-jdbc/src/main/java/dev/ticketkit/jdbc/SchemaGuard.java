package dev.ticketkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds the dialect and Citus, looks for the tables and reads the key, once, on the first connection that is used. */
final class SchemaGuard {
    private record Found(SqlDialect dialect, KeyedHashes hashes, boolean distributed) {}

    private final SchemaHistory history;
    private final JdbcOptions options;
    private final SqlText secret;
    private final CitusCatalog citus;
    private volatile @Nullable Found found;

    SchemaGuard(TableNames names, JdbcOptions options) {
        this.history = new SchemaHistory(names);
        this.options = options;
        this.secret = names.sql("SELECT secret FROM {ticket_key} WHERE id = 1");
        this.citus = new CitusCatalog(names);
    }

    Sql ready(Connection connection) throws SQLException {
        Found known = found;
        if (known == null) {
            known = look(connection);
            found = known;
        }
        return new Sql(connection, known.dialect(), known.hashes(), known.distributed());
    }

    private Found look(Connection connection) throws SQLException {
        SqlDialect dialect = SqlDialect.of(connection);
        Sql sql = new Sql(connection, dialect);
        if (options.verifiesSchema()) {
            history.verify(sql);
        }
        byte[] given = options.referenceKey();
        KeyedHashes hashes = new KeyedHashes(given == null ? stored(sql) : given);
        return new Found(dialect, hashes, sql.isPostgres() && citus.keepsTables(sql));
    }

    private byte[] stored(Sql sql) throws SQLException {
        return sql.first(secret, new Bindings(), row -> row.bytes("secret"))
                .orElseThrow(() -> StorageErrors.schema(
                        "the key of references is missing: restore the row of ticket_key, or set referenceKey", null));
    }
}
