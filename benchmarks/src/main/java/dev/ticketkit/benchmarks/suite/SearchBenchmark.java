package dev.ticketkit.benchmarks.suite;

import dev.ticketkit.benchmarks.desk.Filling;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.Reading;
import dev.ticketkit.benchmarks.load.Rounds;
import dev.ticketkit.benchmarks.report.Result;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketQueryBuilder;
import java.util.List;
import java.util.function.UnaryOperator;

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
                found(setting, desk, "search, common word", Filling.COMMON_WORD, 100),
                found(setting, desk, "search, phrase", "\"order 471\"", 10),
                found(setting, desk, "search, number of a reference", "T-471", 10),
                found(setting, desk, "search, beginning", "zanzi*", 10),
                found(setting, desk, "search, script without blanks", Filling.BLANKLESS, 10),
                found(setting, desk, "search, excluded word", q -> q.excludedText(Filling.RARE_WORD + " T-471"), 100),
                found(
                        setting,
                        desk,
                        "search, contact's name",
                        q -> q.contactNames("Contact 7").contacts("Contact 7"),
                        20),
                found(
                        setting,
                        desk,
                        "search, owner's name",
                        q -> q.ownerNames("7").owners("7"),
                        50));
    }

    private static Result found(Setting setting, OurDesk desk, String name, String words, double limit)
            throws Exception {
        return found(setting, desk, name, query -> query.text(words), limit);
    }

    private static Result found(
            Setting setting, OurDesk desk, String name, UnaryOperator<TicketQueryBuilder> asked, double limit)
            throws Exception {
        ActorDesk actor = desk.withCodes();
        TicketQuery query = asked.apply(TicketQuery.builder()).limit(50).build();
        Rounds rounds = setting.inTurn(setting.pace().shorter(2))
                .side(OURS, new Reading(() -> actor.list(query).items().size()))
                .run(1);
        return Result.ofLimit(
                name + ", at most " + Math.round(limit) + " ms", "ms", rounds.millis(OURS, MEDIAN), limit);
    }
}
