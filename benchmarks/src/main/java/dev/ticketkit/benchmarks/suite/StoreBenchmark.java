package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.desk.SizedChange;
import dev.ticketkit.benchmarks.desk.SizedOpening;
import dev.ticketkit.benchmarks.load.CpuWork;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.MemoryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The desk on the store that keeps everything in memory. It has no maintenance and no peer, only its own growth. */
final class StoreBenchmark implements Benchmark {
    private static final int CALLS = 64;
    private static final int TURNS = 4;
    private static final int HANDED = 100;

    @Override
    public String name() {
        return "store";
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
        Sized<TicketStorage> sized = Sized.fill(name(), setting, any -> new MemoryStorage(), store -> store);
        SizedReads<TicketStorage> reads = new SizedReads<>(sized);
        List<Result> results = new ArrayList<>(reads.lists());
        results.addAll(reads.reports("after a change", place -> place.desk()::disturb));
        results.addAll(written(
                sized,
                "change of status and priority",
                place -> new SizedChange(place.desk(), place.desk().hand(HANDED, HANDED))));
        results.addAll(written(sized, "open", place -> new SizedOpening(place.desk())));
        results.addAll(new SizedLives<>(sized).results());
        return results;
    }

    private static List<Result> written(
            Sized<TicketStorage> sized, String what, Function<Sized.Place<TicketStorage>, CpuWork> work)
            throws Exception {
        return sized.growth(what, sized.inTurn(CALLS, TURNS, work));
    }
}
