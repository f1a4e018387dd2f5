package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.Reading;
import dev.ticketkit.benchmarks.load.Rounds;
import dev.ticketkit.benchmarks.peer.GroupBy;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.statistics.StatisticsQuery;
import java.util.List;

/** The four statistics over all time. */
final class StatisticsBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final String GROUP_BY = "GROUP BY";
    private static final double MEDIAN = 50;
    private static final double MILLION = 1e6;

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        OurDesk desk = setting.large().desk();
        ActorDesk actor = desk.withCodes();
        StatisticsQuery everything = StatisticsQuery.builder().allTime().build();
        Rounds rounds = setting.inTurn()
                .side(
                        OURS,
                        new Reading(() -> actor.statistics().report(everything).tickets()))
                .side(GROUP_BY, new GroupBy(desk).withIndex())
                .run(1);
        return List.of(
                Result.ofTimes(
                        "statistics, four over all time, against the best plain GROUP BY",
                        "ms",
                        rounds.millis(OURS, MEDIAN),
                        rounds.millis(GROUP_BY, MEDIAN),
                        goal(setting.large().tickets())),
                CountingCost.measure(setting));
    }

    /** 300 at a million tickets and 2,000 at ten; in proportion below a million, for GROUP BY reads every ticket and we do not. */
    private static double goal(long tickets) {
        double millions = tickets / MILLION;
        return Math.max(300 * Math.min(1, millions), 200 * millions);
    }
}
