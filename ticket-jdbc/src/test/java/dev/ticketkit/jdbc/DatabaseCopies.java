package dev.ticketkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases without a pool, so that they can be copied, dropped and restored. */
final class DatabaseCopies {
    private DatabaseCopies() {}

    static DataSource withTables(SqlDialect dialect) {
        return dialect == SqlDialect.POSTGRESQL
                ? PostgresServer.newDatabaseWithTables()
                : TestDatabase.withTables((DataSource) h2("m" + UUID.randomUUID()));
    }

    /** A database of another name with the same in it. */
    static DataSource copyOf(DataSource original) throws SQLException {
        String name = "copy_" + UUID.randomUUID().toString().replace('-', '_');
        if (original instanceof PGSimpleDataSource postgres) {
            administer("CREATE DATABASE " + name + " TEMPLATE " + postgres.getDatabaseName());
            return postgres(postgres, name);
        }
        JdbcDataSource copy = h2(name);
        run(copy, script(original));
        return copy;
    }

    /** Drops a database and puts the copy in its place, under its name. */
    static void restore(DataSource original, DataSource copy) throws SQLException {
        if (original instanceof PGSimpleDataSource postgres) {
            administer("DROP DATABASE " + postgres.getDatabaseName());
            administer("CREATE DATABASE " + postgres.getDatabaseName() + " TEMPLATE "
                    + ((PGSimpleDataSource) copy).getDatabaseName());
            return;
        }
        run(original, List.of("DROP ALL OBJECTS"));
        run(original, script(copy));
    }

    static void run(DataSource database, List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static void administer(String sql) throws SQLException {
        run(PostgresServer.newDatabase(), List.of(sql));
    }

    private static List<String> script(DataSource h2) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = h2.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SCRIPT")) {
            while (rows.next()) {
                if (!rows.getString(1).startsWith("CREATE USER")) {
                    statements.add(rows.getString(1));
                }
            }
        }
        return statements;
    }

    private static PGSimpleDataSource postgres(PGSimpleDataSource like, String name) {
        PGSimpleDataSource other = new PGSimpleDataSource();
        other.setServerNames(like.getServerNames());
        other.setPortNumbers(like.getPortNumbers());
        other.setUser(like.getUser());
        other.setPassword(like.getPassword());
        other.setDatabaseName(name);
        return other;
    }

    private static JdbcDataSource h2(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
