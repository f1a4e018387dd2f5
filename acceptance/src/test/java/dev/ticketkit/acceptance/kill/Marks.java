package dev.ticketkit.acceptance.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What consumers did, in tables of the test's own: a row when a handling begins, what it came to when it ends. */
final class Marks {
    /** What a handling came to; a handling that never ended has none. */
    enum Outcome {
        DONE,
        FAILED
    }

    /** One handling, in the order of their beginnings. */
    record Handling(long id, UUID event, String consumer, String child, String thread, Outcome outcome) {}

    /** A mark the queue refused: another had taken over. */
    record Refusal(UUID event, String child) {}

    private static final String[] TABLES = {
        """
        CREATE TABLE handling (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL, consumer varchar(60) NOT NULL,
          child varchar(60) NOT NULL, thread varchar(60) NOT NULL, outcome varchar(10))""", "CREATE TABLE refusal (event_id uuid NOT NULL, child varchar(60) NOT NULL)"
    };

    private final DataSource source;
    private final String child;

    Marks(DataSource source, String child) {
        this.source = source;
        this.child = child;
    }

    static void createTables(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }

    long begun(UUID event, String consumer) {
        return run("INSERT INTO handling (event_id, consumer, child, thread) VALUES (?, ?, ?, ?)", statement -> {
            statement.setObject(1, event);
            statement.setString(2, consumer);
            statement.setString(3, child);
            statement.setString(4, Thread.currentThread().getName());
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        });
    }

    void ended(long handling, Outcome outcome) {
        run("UPDATE handling SET outcome = ? WHERE id = ?", statement -> {
            statement.setString(1, outcome.name());
            statement.setLong(2, handling);
            return statement.executeUpdate();
        });
    }

    void refused(UUID event) {
        run("INSERT INTO refusal (event_id, child) VALUES (?, ?)", statement -> {
            statement.setObject(1, event);
            statement.setString(2, child);
            return statement.executeUpdate();
        });
    }

    List<Handling> handlings() {
        return Rows.list(
                source, "SELECT id, event_id, consumer, child, thread, outcome FROM handling ORDER BY id", row -> {
                    String outcome = row.getString(6);
                    return new Handling(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            outcome == null ? null : Outcome.valueOf(outcome));
                });
    }

    List<Refusal> refusals() {
        return Rows.list(
                source,
                "SELECT event_id, child FROM refusal",
                row -> new Refusal(row.getObject(1, UUID.class), row.getString(2)));
    }

    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        String[] generated = {"id"};
        try (Connection connection = source.getConnection();
                PreparedStatement statement = sql.startsWith("INSERT INTO handling")
                        ? connection.prepareStatement(sql, generated)
                        : connection.prepareStatement(sql)) {
            return work.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("a mark of " + child + " could not be written or read", e);
        }
    }
}
