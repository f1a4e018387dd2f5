package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.desk.OurChange;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.InTurn;
import dev.ticketkit.benchmarks.load.Rounds;
import dev.ticketkit.benchmarks.peer.FourStatementChange;
import dev.ticketkit.benchmarks.report.Result;
import java.util.List;

/** Changing the status of tickets in hand. */
final class ChangeBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final String FOUR = "four statements";

    @Override
    public String name() {
        return "change";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        try (Schema schema = setting.schema("change")) {
            OurDesk desk = OurDesk.in(schema);
            InTurn sides = setting.inTurn().side(OURS, new OurChange(desk)).side(FOUR, new FourStatementChange(desk));
            return List.of(
                    result("change, 64 callers", sides.run(64), 3), result("change, 1 caller", sides.run(1), 1.6));
        }
    }

    private static Result result(String name, Rounds rounds, double goal) {
        return Result.ofRates(name + ", against four statements", "/s", rounds.rates(OURS), rounds.rates(FOUR), goal);
    }
}
