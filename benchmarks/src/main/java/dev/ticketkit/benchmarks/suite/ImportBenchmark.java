package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.desk.Invented;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.Past;
import dev.ticketkit.benchmarks.load.Batches;
import dev.ticketkit.benchmarks.peer.UnnestImport;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.core.desk.ActorDesk;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Bringing in tickets of the past, one caller. */
final class ImportBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final String UNNEST = "unnest";
    private static final String ONE_BY_ONE = "one by one";
    private static final int A_SECOND = 15_000;
    private static final int LEAST = 500;
    private static final int MILLIS = 1_000;

    /** One commit each takes so many times as long. */
    private static final int FEWER = 20;

    /** Those the tables begin with are of the past too. */
    private static final long FIRST = 1_000;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        long rows = Math.max(LEAST, A_SECOND * setting.pace().round().toMillis() / MILLIS);
        try (Schema schema = setting.schema("import")) {
            OurDesk desk = OurDesk.in(schema);
            ActorDesk actor = desk.withCodes();
            UnnestImport unnest = new UnnestImport(desk);
            Map<String, double[]> rates = new Batches(setting.pace(), new Tables(desk), setting.progress()::now)
                    .side(OURS, rows, count -> actor.importTickets(Past.tickets(FIRST, count)))
                    .side(UNNEST, rows, count -> unnest.run(FIRST, count))
                    .side(ONE_BY_ONE, rows / FEWER, count -> openEach(actor, count))
                    .run();
            return List.of(
                    result("against opening one by one", rates, ONE_BY_ONE, 20),
                    result("against unnest by hand", rates, UNNEST, 0.8));
        }
    }

    private static void openEach(ActorDesk actor, long count) {
        for (long number = FIRST; number < FIRST + count; number++) {
            actor.open(Invented.of(number).command());
        }
    }

    private static Result result(String what, Map<String, double[]> rates, String peer, double goal) {
        double[] ours = Objects.requireNonNull(rates.get(OURS));
        return Result.ofRates("import, 1 caller, " + what, "/s", ours, Objects.requireNonNull(rates.get(peer)), goal);
    }

    private record Tables(OurDesk desk) implements Batches.Prepared {
        @Override
        public void before() {
            desk.begin();
        }

        @Override
        public void after(long rows) {
            desk.requireImported(rows);
        }
    }
}
