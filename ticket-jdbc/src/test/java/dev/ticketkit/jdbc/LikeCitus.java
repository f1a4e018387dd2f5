package dev.ticketkit.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL that says of itself what one with Citus says: the extension, the catalog of distributed tables and the functions that write
 * it. Nothing is distributed, so it takes every statement that PostgreSQL takes.
 */
final class LikeCitus {
    private LikeCitus() {}

    static HikariDataSource withTables(JdbcOptions options) throws SQLException {
        HikariDataSource database = TestDatabase.postgres();
        install(database);
        TicketSchema.create(database, options);
        distribute(database, options);
        return database;
    }

    static void install(HikariDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
                    SELECT 99999, 'citus', 10, oid, false, '13.2-1' FROM pg_namespace WHERE nspname = 'pg_catalog'""");
            statement.execute(
                    "CREATE TABLE pg_dist_partition (logicalrelid regclass PRIMARY KEY, partmethod \"char\", partkey text, beside text)");
            statement.execute("""
                    CREATE FUNCTION create_distributed_table(relation regclass, distribution_column text, colocate_with text DEFAULT 'default')
                    RETURNS void LANGUAGE sql AS $$ INSERT INTO pg_dist_partition VALUES (relation, 'h', distribution_column, colocate_with) $$""");
            statement.execute("""
                    CREATE FUNCTION create_reference_table(relation regclass)
                    RETURNS void LANGUAGE sql AS $$ INSERT INTO pg_dist_partition VALUES (relation, 'n', NULL, NULL) $$""");
        }
    }

    static void distribute(HikariDataSource database, JdbcOptions options) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : TicketSchema.distribution(options)) {
                statement.execute(each);
            }
        }
    }
}
