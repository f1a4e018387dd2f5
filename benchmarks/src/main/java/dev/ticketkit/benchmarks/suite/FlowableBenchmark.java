package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.OurOpenAndClose;
import dev.ticketkit.benchmarks.load.InTurn;
import dev.ticketkit.benchmarks.load.Rounds;
import dev.ticketkit.benchmarks.peer.FlowableCases;
import dev.ticketkit.benchmarks.report.Result;
import java.util.List;

/** Opening and closing a ticket beside starting and ending a case of Flowable CMMN. */
final class FlowableBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final String FLOWABLE = "Flowable";
    private static final double GOAL = 12;

    @Override
    public String name() {
        return "flowable";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        setting.progress().now("starting the engine");
        try (Schema tables = setting.schema("flowable_desk");
                Schema cases = setting.schema("flowable");
                FlowableCases flowable = new FlowableCases(cases)) {
            InTurn sides = setting.inTurn()
                    .side(OURS, new OurOpenAndClose(OurDesk.in(tables)))
                    .side(FLOWABLE, flowable);
            return List.of(
                    result("flowable, 1 thread opens and closes", sides.run(1)),
                    result("flowable, 4 threads open and close", sides.run(4)));
        }
    }

    private static Result result(String name, Rounds rounds) {
        return Result.ofRates(name, "/s", rounds.rates(OURS), rounds.rates(FLOWABLE), GOAL);
    }
}
