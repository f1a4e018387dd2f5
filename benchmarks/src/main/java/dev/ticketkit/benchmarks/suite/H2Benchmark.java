package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.EmbeddedH2;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.ArrayList;
import java.util.List;

/** The desk on H2 in memory, as it is embedded. */
final class H2Benchmark implements Benchmark {
    /** What about fifty changes leave, a few before the desk rolls it up. */
    private static final long WAITING = 100;

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public boolean needsServer() {
        return false;
    }

    @Override
    public int megabytes(long tickets) {
        return Sized.megabytes(tickets);
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        List<EmbeddedH2> databases = new ArrayList<>();
        try {
            Sized<EmbeddedH2> sized = Sized.fill(
                    name(),
                    setting,
                    database -> {
                        EmbeddedH2 made = new EmbeddedH2("ticketkit_bench_" + database);
                        databases.add(made);
                        return made;
                    },
                    H2Benchmark::storage);
            return measure(sized);
        } finally {
            databases.forEach(EmbeddedH2::close);
        }
    }

    private static TicketStorage storage(EmbeddedH2 database) {
        TicketSchema.create(database.pool());
        return JdbcStorage.owning(database.pool());
    }

    private static List<Result> measure(Sized<EmbeddedH2> sized) throws Exception {
        SizedReads<EmbeddedH2> reads = new SizedReads<>(sized);
        List<Result> results = new ArrayList<>(reads.lists());
        results.addAll(reads.reports("after maintenance", place -> () -> {
            place.desk().disturb();
            place.desk().tend();
        }));
        results.addAll(reads.reports("with deltas waiting", place -> () -> {
            do {
                place.desk().disturb();
            } while (place.store().rows("ticket_delta") < WAITING);
        }));
        H2Writes writes = new H2Writes(sized);
        results.addAll(writes.changes());
        results.addAll(writes.openings());
        results.addAll(new SizedLives<>(sized).results());
        return results;
    }
}
