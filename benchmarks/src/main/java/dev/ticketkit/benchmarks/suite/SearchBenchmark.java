package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.desk.Filling;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.Reading;
import dev.ticketkit.benchmarks.load.Rounds;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.List;

/** The first fifty tickets that have certain words. */
final class SearchBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final double MEDIAN = 50;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Result> run(Setting setting) throws Exception {
        if (!setting.large().isWhole()) {
            setting.progress().now("search is measured with up to a million tickets: to index more words takes hours");
            return List.of();
        }
        OurDesk desk = setting.large().searchable();
        return List.of(
                found(setting, desk, "search, rare word", Filling.RARE_WORD, 10),
                found(setting, desk, "search, two words", Filling.TWO_WORDS, 5),
                found(setting, desk, "search, common word", Filling.COMMON_WORD, 100));
    }

    private static Result found(Setting setting, OurDesk desk, String name, String words, double limit)
            throws Exception {
        ActorDesk actor = desk.withCodes();
        TicketQuery query = TicketQuery.builder().text(words).limit(50).build();
        Rounds rounds = setting.inTurn(setting.pace().shorter(2))
                .side(OURS, new Reading(() -> actor.list(query).items().size()))
                .run(1);
        return Result.ofLimit(
                name + ", at most " + Math.round(limit) + " ms", "ms", rounds.millis(OURS, MEDIAN), limit);
    }
}
