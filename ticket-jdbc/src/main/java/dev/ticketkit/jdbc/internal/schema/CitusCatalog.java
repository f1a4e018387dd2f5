package dev.ticketkit.jdbc.internal.schema;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;

/** What Citus says of our tables, on PostgreSQL. */
final class CitusCatalog {
    private final SqlText installed;
    private final SqlText kept;

    CitusCatalog(TableNames names) {
        installed = SqlText.parse("SELECT x.extname FROM pg_extension x WHERE x.extname = 'citus'");
        kept = names.sql("""
                SELECT p.partmethod FROM pg_dist_partition p
                WHERE p.logicalrelid = to_regclass('{ticket_event}')""");
    }

    /** Whether Citus keeps the tables; its catalog is not there before the extension is, and asking would break the host's transaction. */
    boolean keepsTables(Sql sql) throws SQLException {
        return has(sql, installed, "extname") && has(sql, kept, "partmethod");
    }

    private static boolean has(Sql sql, SqlText statement, String column) throws SQLException {
        return sql.first(statement, new Bindings(), row -> row.text(column)).isPresent();
    }
}
