package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.database.EmbeddedH2;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection to H2 whose statements were prepared once; a transaction ends when its owner says so. For one thread. */
final class HandStatements implements AutoCloseable {
    private final Connection connection;

    HandStatements(EmbeddedH2 database) {
        try {
            connection = database.pool().getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to work by hand on: " + e.getMessage(), e);
        }
    }

    PreparedStatement prepare(String text) {
        try {
            return connection.prepareStatement(text);
        } catch (SQLException e) {
            throw new IllegalStateException("written wrongly by hand: " + e.getMessage(), e);
        }
    }

    /** Binds values in their order. */
    static PreparedStatement bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    static void update(PreparedStatement statement, int rows, @Nullable Object... values) throws SQLException {
        int written = bind(statement, values).executeUpdate();
        if (written != rows) {
            throw new IllegalStateException(rows + " rows were to be written, and " + written + " were");
        }
    }

    /** The first row of what is found, which has to be there. */
    static ResultSet first(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        ResultSet rows = bind(statement, values).executeQuery();
        if (!rows.next()) {
            throw new IllegalStateException("nothing was found");
        }
        return rows;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("a connection could not be given back: " + e.getMessage(), e);
        }
    }
}
