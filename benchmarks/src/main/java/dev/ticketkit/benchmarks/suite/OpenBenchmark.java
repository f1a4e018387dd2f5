package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.OurOpening;
import dev.ticketkit.benchmarks.load.Rounds;
import dev.ticketkit.benchmarks.peer.CounterRow;
import dev.ticketkit.benchmarks.peer.OneStatement;
import dev.ticketkit.benchmarks.peer.ThreeStatements;
import dev.ticketkit.benchmarks.report.Result;
import java.util.ArrayList;
import java.util.List;

/** Opening tickets, each caller waiting for his own commit. */
final class OpenBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final String ONE = "one bare statement";
    private static final String THREE = "three statements";
    private static final String COUNTER = "counter row";
    private static final double P99 = 99;

    @Override
    public String name() {
        return "open";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        try (Schema schema = setting.schema("open")) {
            OurDesk desk = OurDesk.in(schema);
            List<Result> results = new ArrayList<>();
            results.addAll(together(setting, desk, 64, 4.0));
            results.add(numbered(setting, desk));
            results.addAll(together(setting, desk, 16, 2.5));
            results.addAll(alone(setting, desk));
            return results;
        }
    }

    private static List<Result> alone(Setting setting, OurDesk desk) throws Exception {
        Rounds rounds = setting.inTurn()
                .side(OURS, new OurOpening(desk, desk.withCodes()))
                .side(ONE, new OneStatement(desk))
                .side(THREE, new ThreeStatements(desk))
                .run(1);
        return List.of(
                Result.ofRates(
                        "open, 1 caller, against one bare statement", "/s", rounds.rates(OURS), rounds.rates(ONE), 0.9),
                Result.ofRates(
                        "open, 1 caller, against a DAO of three statements",
                        "/s",
                        rounds.rates(OURS),
                        rounds.rates(THREE),
                        1.5));
    }

    private static List<Result> together(Setting setting, OurDesk desk, int callers, double goal) throws Exception {
        Rounds rounds = setting.inTurn()
                .side(OURS, new OurOpening(desk, desk.withCodes()))
                .side(ONE, new OneStatement(desk))
                .run(callers);
        List<Result> results = new ArrayList<>();
        results.add(Result.ofRates(
                "open, " + callers + " callers, against one bare statement each",
                "/s",
                rounds.rates(OURS),
                rounds.rates(ONE),
                goal));
        if (callers == 64) {
            results.add(Result.ofTimes(
                    "open, 64 callers, p99 against one bare statement each",
                    "ms",
                    rounds.millis(OURS, P99),
                    rounds.millis(ONE, P99),
                    5.0));
        }
        return results;
    }

    private static Result numbered(Setting setting, OurDesk desk) throws Exception {
        Rounds rounds = setting.inTurn()
                .side(OURS, new OurOpening(desk, desk.withNumbers()))
                .side(COUNTER, new CounterRow(desk))
                .run(64);
        return Result.ofRates(
                "open, 64 callers, numbers without gaps, against a counter row each",
                "/s",
                rounds.rates(OURS),
                rounds.rates(COUNTER),
                15.0);
    }
}
