package dev.ticketkit.benchmarks.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** A schema of the benchmarks' own and a pool of connections into it; gone when it is closed. */
public final class Schema implements AutoCloseable {
    private static final int CONNECT_MILLIS = 20_000;

    private final String name;
    private final HikariDataSource pool;

    Schema(Server server, String name, int connections) {
        this.name = name;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.addDataSourceProperty("currentSchema", name);
        config.addDataSourceProperty("ApplicationName", "ticketkit benchmarks");
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(CONNECT_MILLIS);
        pool = new HikariDataSource(config);
        execute("DROP SCHEMA IF EXISTS " + name + " CASCADE", "CREATE SCHEMA " + name);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The pool, the same for all who work here. */
    public DataSource pool() {
        return pool;
    }

    /** Runs statements without parameters, each in its own transaction. */
    public void execute(String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the benchmark's own statement failed: " + e.getMessage(), e);
        }
    }

    /** The one number a query gives. */
    public long number(String query) {
        return Long.parseLong(text(query));
    }

    /** The one value a query gives, as text. */
    public String text(String query) {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException("the benchmark's own query failed: " + e.getMessage(), e);
        }
    }

    /** Empties its tables, but for those named. */
    public void empty(String... kept) {
        List<String> filled = new ArrayList<>(filledTables());
        filled.removeAll(List.of(kept));
        if (!filled.isEmpty()) {
            execute("TRUNCATE " + String.join(", ", filled) + " CASCADE");
        }
    }

    /** Tells the planner what is there, and has the server write down what is pending, so that no round pays for another. */
    public void settle() {
        execute(filledTables().stream().map(table -> "ANALYZE " + table).toArray(String[]::new));
        execute("CHECKPOINT");
    }

    private List<String> filledTables() {
        String all = text("""
                SELECT coalesce(string_agg(
                    format('SELECT ''%%1$I'' AS name WHERE EXISTS (SELECT 1 FROM %%1$I)', tablename), ' UNION ALL '), '')
                FROM pg_tables WHERE schemaname = '%s'""".formatted(name));
        if (all.isEmpty()) {
            return List.of();
        }
        String filled = text("SELECT coalesce(string_agg(name, ' '), '') FROM (" + all + ") filled");
        return filled.isEmpty() ? List.of() : Arrays.asList(filled.split(" ", -1));
    }

    @Override
    public void close() {
        execute("DROP SCHEMA IF EXISTS " + name + " CASCADE");
        pool.close();
    }
}
