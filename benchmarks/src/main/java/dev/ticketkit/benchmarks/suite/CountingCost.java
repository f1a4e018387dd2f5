package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Batches;
import dev.ticketkit.benchmarks.peer.UnnestImport;
import dev.ticketkit.benchmarks.report.Result;
import java.util.Map;
import java.util.Objects;

/** What the row that statistics count costs an opening, where it costs the most: in batches, where nothing else is paid for each. */
final class CountingCost {
    private static final String COUNTED = "with the row of statistics";
    private static final String UNCOUNTED = "without it";
    private static final int A_SECOND = 10_000;
    private static final int LEAST = 500;
    private static final int MILLIS = 1_000;
    private static final long FIRST = 1_000;

    private CountingCost() {}

    static Result measure(Setting setting) throws Exception {
        long rows = Math.max(LEAST, A_SECOND * setting.pace().round().toMillis() / MILLIS);
        try (Schema schema = setting.schema("counting")) {
            OurDesk desk = OurDesk.in(schema);
            UnnestImport counted = new UnnestImport(desk);
            UnnestImport uncounted = UnnestImport.uncounted(desk);
            Map<String, double[]> rates = new Batches(setting.pace(), new Tables(desk), setting.progress()::now)
                    .side(COUNTED, rows, count -> counted.run(FIRST, count))
                    .side(UNCOUNTED, rows, count -> uncounted.run(FIRST, count))
                    .run();
            return Result.ofRates(
                    "statistics, the row they add to a ticket in unnest by hand, against none",
                    "/s",
                    Objects.requireNonNull(rates.get(COUNTED)),
                    Objects.requireNonNull(rates.get(UNCOUNTED)),
                    0.95);
        }
    }

    private record Tables(OurDesk desk) implements Batches.Prepared {
        @Override
        public void before() {
            desk.begin();
        }

        @Override
        public void after(long rows) {
            desk.requireRows("ticket", rows);
        }
    }
}
