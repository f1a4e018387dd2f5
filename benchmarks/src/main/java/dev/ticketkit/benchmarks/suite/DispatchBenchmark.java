package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.OurDispatch;
import dev.ticketkit.benchmarks.load.DispatchRounds;
import dev.ticketkit.benchmarks.load.Dispatching;
import dev.ticketkit.benchmarks.load.Rounds;
import dev.ticketkit.benchmarks.peer.GruelboxDispatch;
import dev.ticketkit.benchmarks.peer.SchedulerDispatch;
import dev.ticketkit.benchmarks.report.Result;
import java.util.ArrayList;
import java.util.List;

/** From the commit of an event to its handler. */
final class DispatchBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final String GRUELBOX = "gruelbox";
    private static final String SCHEDULER = "db-scheduler";
    private static final int PRODUCERS = 4;
    private static final int A_SECOND = 200;
    private static final double MEDIAN = 50;
    private static final double P99 = 99;

    @Override
    public String name() {
        return "dispatch";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        try (Schema schema = setting.schema("dispatch")) {
            OurDesk desk = OurDesk.in(schema);
            List<Result> results = new ArrayList<>();
            results.addAll(
                    latency(sides(setting, desk).run((side, dispatched) -> new Dispatching(side, dispatched, PRODUCERS)
                            .paced(setting.pace().warmUp(), setting.pace().round(), A_SECOND))));
            results.addAll(throughput(
                    sides(setting, desk).run((side, dispatched) -> new Dispatching(side, dispatched, PRODUCERS)
                            .flatOut(setting.pace().warmUp(), setting.pace().round()))));
            results.add(new Backlog(setting, desk).result());
            return results;
        }
    }

    private static DispatchRounds sides(Setting setting, OurDesk desk) {
        return new DispatchRounds(setting.pace(), desk::begin, setting.progress()::now)
                .side(OURS, dispatched -> new OurDispatch(desk, dispatched))
                .side(GRUELBOX, dispatched -> new GruelboxDispatch(desk, dispatched))
                .side(SCHEDULER, dispatched -> new SchedulerDispatch(desk, dispatched));
    }

    private static List<Result> latency(Rounds rounds) {
        double[] median = rounds.millis(OURS, MEDIAN);
        double[] p99 = rounds.millis(OURS, P99);
        return List.of(
                Result.ofLimit("dispatch, 200 events/s, median at most 2 ms", "ms", median, 2),
                Result.ofLimit("dispatch, 200 events/s, p99 at most 10 ms", "ms", p99, 10),
                times("p99 against gruelbox transaction-outbox", p99, rounds.millis(GRUELBOX, P99), 2),
                times("median against db-scheduler", median, rounds.millis(SCHEDULER, MEDIAN), 15));
    }

    private static Result times(String what, double[] ours, double[] theirs, double goal) {
        return Result.ofTimes("dispatch, 200 events/s, " + what, "ms", ours, theirs, goal);
    }

    private static List<Result> throughput(Rounds rounds) {
        return List.of(
                rates("gruelbox transaction-outbox", rounds, GRUELBOX), rates("db-scheduler", rounds, SCHEDULER));
    }

    private static Result rates(String name, Rounds rounds, String peer) {
        return Result.ofRates(
                "dispatch, flat out with the opening, against " + name,
                "/s",
                rounds.rates(OURS),
                rounds.rates(peer),
                2);
    }
}
