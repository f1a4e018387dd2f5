package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.database.Server;
import dev.ticketkit.benchmarks.load.InTurn;
import dev.ticketkit.benchmarks.load.Pace;
import dev.ticketkit.benchmarks.report.Progress;
import java.nio.file.Path;

/**
 * What the benchmarks of one run share.
 *
 * @param server where the tables are
 * @param pace how long to measure
 * @param large the many tickets to list, count and search
 * @param target the folder for files of the benchmarks
 * @param progress is told what happens
 */
public record Setting(Server server, Pace pace, LargeDesk large, Path target, Progress progress) {
    /** Connections of either side, whatever the callers. */
    static final int CONNECTIONS = 16;

    Schema schema(String what) {
        return server.schema("ticketkit_bench_" + what, CONNECTIONS);
    }

    InTurn inTurn() {
        return inTurn(pace);
    }

    InTurn inTurn(Pace own) {
        return new InTurn(own, progress::now);
    }
}
