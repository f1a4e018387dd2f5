package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.database.EmbeddedH2;
import dev.ticketkit.benchmarks.load.CpuWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the rows that a side writes on H2, so that two sides can be held to the same. What statistics have to count is counted call by
 * call: when there is less of it after a call than before, the call has rolled it up, which is the chore of an opening or a change.
 */
public final class CountedRows implements CpuWork {
    private static final String DELTA = "ticket_delta";
    private static final List<String> TABLES = List.of(
            "ticket", "ticket_event", "ticket_term", "ticket_category", "ticket_delivery", "ticket_unsequenced");

    private final EmbeddedH2 database;
    private final CpuWork work;
    private final Connection connection;
    private final PreparedStatement countDeltas;
    private final Map<String, Long> written = new TreeMap<>();
    private long deltas;
    private long plainCalls;
    private long plainDeltas;

    /** Counts what this work writes. */
    public CountedRows(EmbeddedH2 database, CpuWork work) {
        this.database = database;
        this.work = work;
        try {
            connection = database.pool().getConnection();
            countDeltas = connection.prepareStatement("SELECT count(*) FROM " + DELTA);
        } catch (SQLException e) {
            throw new IllegalStateException("the benchmark's own query failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void begin() throws Exception {
        work.begin();
        deltas = deltas();
        TABLES.forEach(table -> written.merge(table, -database.rows(table), Long::sum));
    }

    @Override
    public void before() throws Exception {
        work.before();
    }

    @Override
    public void call() throws Exception {
        work.call();
    }

    @Override
    public boolean didChore() throws Exception {
        long before = deltas;
        deltas = deltas();
        if (deltas < before) {
            return true;
        }
        plainCalls++;
        plainDeltas += deltas - before;
        return false;
    }

    @Override
    public void end() throws Exception {
        work.end();
        TABLES.forEach(table -> written.merge(table, database.rows(table), Long::sum));
    }

    /** How many rows wait to be counted by statistics. */
    public long deltas() throws SQLException {
        try (ResultSet rows = countDeltas.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Throws unless both have written as many rows into every table. */
    public void requireSame(CountedRows other) {
        Map<String, Double> ours = rows();
        Map<String, Double> theirs = other.rows();
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("one side wrote " + ours + ", the other " + theirs);
        }
    }

    private Map<String, Double> rows() {
        Map<String, Double> rows = new TreeMap<>();
        written.forEach((table, count) -> rows.put(table, (double) count));
        rows.put(DELTA + " of a call", (double) plainDeltas / plainCalls);
        return rows;
    }

    @Override
    public void close() {
        try {
            work.close();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a connection could not be given back: " + e.getMessage(), e);
        }
    }
}
