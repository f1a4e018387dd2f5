package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.OurOpening;
import dev.ticketkit.benchmarks.load.InTurn;
import dev.ticketkit.benchmarks.load.Rounds;
import dev.ticketkit.benchmarks.peer.HibernateOpening;
import dev.ticketkit.benchmarks.report.Result;
import java.util.List;

/** Opening tickets beside Hibernate on the same tables. */
final class HibernateBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final String HIBERNATE = "Hibernate";

    @Override
    public String name() {
        return "hibernate";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        try (Schema schema = setting.schema("hibernate")) {
            OurDesk desk = OurDesk.in(schema);
            try (HibernateOpening hibernate = new HibernateOpening(desk)) {
                InTurn sides = setting.inTurn()
                        .side(OURS, new OurOpening(desk, desk.withCodes()))
                        .side(HIBERNATE, hibernate);
                return List.of(result(sides.run(16), 16, 2), result(sides.run(64), 64, 8));
            }
        }
    }

    private static Result result(Rounds rounds, int callers, double goal) {
        return Result.ofRates(
                "hibernate, " + callers + " callers open tickets",
                "/s",
                rounds.rates(OURS),
                rounds.rates(HIBERNATE),
                goal);
    }
}
