package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.database.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Drains an outbox of bare rows by two threads, each deleting a hundred at a time that nobody else holds. */
public final class BareOutbox {
    private static final int WORKERS = 2;
    private static final String FILL = """
            INSERT INTO bench_outbox (payload) SELECT md5(CAST(i AS text)) FROM generate_series(1, %s) AS i""";
    private static final String TAKE = """
            DELETE FROM bench_outbox WHERE id = ANY(ARRAY(
                SELECT id FROM bench_outbox ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)) RETURNING id, payload""";

    private final Schema schema;

    /** An outbox in a schema. */
    public BareOutbox(Schema schema) {
        this.schema = schema;
    }

    /** Makes the table anew with so many rows. */
    public void fill(long rows) {
        schema.execute(
                "DROP TABLE IF EXISTS bench_outbox",
                "CREATE TABLE bench_outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload text NOT NULL)",
                FILL.formatted(rows));
        schema.execute("VACUUM (ANALYZE) bench_outbox", "CHECKPOINT");
    }

    /** Takes rows until none is left or the time is over; how many it took. */
    public long drain(long nanos) throws Exception {
        long end = System.nanoTime() + nanos;
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                running.add(threads.submit(() -> takeUntil(end)));
            }
            long taken = 0;
            for (Future<Long> each : running) {
                taken += each.get();
            }
            return taken;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    private long takeUntil(long end) throws SQLException {
        long taken = 0;
        int batch;
        do {
            batch = take();
            taken += batch;
        } while (batch > 0 && System.nanoTime() - end < 0);
        return taken;
    }

    private int take() throws SQLException {
        try (Connection connection = schema.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE)) {
            return RowCount.of(statement);
        }
    }
}
