package dev.ticketkit.benchmarks.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database of H2 in memory with the pool an embedding host would have; gone when it is closed. For one thread. */
public final class EmbeddedH2 implements AutoCloseable {
    private final HikariDataSource pool;

    /** An empty database of that name. */
    public EmbeddedH2(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        pool = new HikariDataSource(config);
    }

    /** The pool, the same for both sides. */
    public DataSource pool() {
        return pool;
    }

    /** How many rows a table has. */
    public long rows(String table) {
        return number("SELECT count(*) FROM " + table);
    }

    /** The one number a query gives. */
    public long number(String query) {
        return Long.parseLong(text(query));
    }

    /** The one value a query gives, as text. */
    public String text(String query) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException("the benchmark's own query failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (Connection connection = pool.getConnection();
                PreparedStatement last = connection.prepareStatement("SET DB_CLOSE_DELAY 0")) {
            // Then it is gone with its last connection.
            last.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the benchmark's own statement failed: " + e.getMessage(), e);
        } finally {
            pool.close();
        }
    }
}
