package dev.ticketkit.acceptance.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.statistics.DurationPercentiles;
import dev.ticketkit.core.statistics.FirstAnswers;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long most tickets took, beside the exact times. */
@OnEveryStore
@Tag("B5")
class PercentilesTest extends DeskFixture {
    private static final long SEED = 20_261_125L;
    private static final DurationPercentiles NONE = new DurationPercentiles(0, null, null, null, null);

    PercentilesTest(Store store) {
        super(store);
    }

    private static StatisticsQuery.Builder march() {
        return StatisticsQuery.builder().month(YearMonth.of(2026, 3));
    }

    private DurationPercentiles closing(StatisticsQuery.Builder query) {
        return olga().statistics().closingPercentiles(query.build());
    }

    private FirstAnswers answers(StatisticsQuery.Builder query) {
        return olga().statistics().firstAnswers(query.build());
    }

    private Ticket openedAt(String at, String category) {
        at(at);
        return opened(category == null ? ticket("x") : ticket("x").category(category));
    }

    private static void assertClose(Duration told, List<Duration> sorted, int percent) {
        Duration exact = sorted.get((int) Math.ceil(percent * sorted.size() / 100.0) - 1);
        assertThat(told.minus(exact).abs().multipliedBy(40))
                .as("seed %d, percentile %d of %s", SEED, percent, sorted)
                .isLessThanOrEqualTo(exact);
    }

    private static void assertClose(DurationPercentiles told, List<Duration> exact) {
        List<Duration> sorted = exact.stream().sorted().toList();
        assertThat(told.count()).isEqualTo(sorted.size());
        assertClose(told.p50(), sorted, 50);
        assertClose(told.p90(), sorted, 90);
        assertClose(told.p95(), sorted, 95);
        assertClose(told.p99(), sorted, 99);
    }

    @Test
    void ofNothingAreNone() {
        openedAt("2026-02-28T23:00:00Z", null);

        assertThat(closing(march())).isEqualTo(NONE);
        assertThat(answers(march())).isEqualTo(new FirstAnswers(NONE, 0));
        assertThat(answers(StatisticsQuery.builder().allTime())).isEqualTo(new FirstAnswers(NONE, 1));
    }

    @Test
    @Tag("R34")
    void areWithinTheStatedErrorOfTheExactTimes() {
        Random random = new Random(SEED);
        List<Duration> closings = new ArrayList<>();
        List<Duration> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Ticket ticket = openedAt("2026-03-01T00:00:00Z", null);
            Duration answer = Duration.ofSeconds((long) Math.exp(random.nextDouble() * 12));
            Duration closing = answer.plusSeconds((long) Math.exp(random.nextDouble() * 12));
            later(answer);
            handle(ticket).addPublicNote("We look into it.");
            later(closing.minus(answer));
            changed(ticket, change().status("closed"));
            answers.add(answer);
            closings.add(closing);
        }
        assertClose(closing(march()), closings);
        assertClose(answers(march()).times(), answers);
        assertThat(answers(march()).unanswered()).isZero();
    }

    @Test
    @Tag("R34")
    void closingTimesHaveTwoReadings() {
        Ticket ticket = openedAt("2026-02-28T00:00:00Z", "A");
        at("2026-03-02T00:00:00Z");
        changed(ticket, change().status("closed"));

        assertThat(closing(march()).count()).isEqualTo(1);
        assertThat(closing(march().closing(CountBasis.OPENED)).count()).isZero();
        assertThat(closing(march().categories("a")).count()).isEqualTo(1);
        assertThat(closing(march().categories("b")).count()).isZero();
        changed(ticket, change().status("open"));
        assertThat(closing(march())).isEqualTo(NONE);
    }

    @Test
    @Tag("R19")
    void anAnswerIsTheFirstPublicNoteOfAnOperator() {
        Ticket ticket = openedAt("2026-03-02T00:00:00Z", "A");
        openedAt("2026-03-02T00:00:00Z", "A");
        later(Duration.ofMinutes(1));
        handle(ticket).addInternalNote("internal");
        ada().ticket(ticket).addPublicNote("Hello?");
        assertThat(answers(march())).isEqualTo(new FirstAnswers(NONE, 2));

        later(Duration.ofMinutes(9));
        handle(ticket).addPublicNote("first");
        later(Duration.ofMinutes(9));
        handle(ticket).addPublicNote("second");
        FirstAnswers told = answers(march());
        assertThat(told.unanswered()).isEqualTo(1);
        assertClose(told.times(), List.of(Duration.ofMinutes(10)));
    }

    @Test
    @Tag("R35")
    void answersHaveTheReadingsAndCategoriesOfOtherCounts() {
        Ticket closed = openedAt("2026-03-02T00:00:00Z", "A");
        openedAt("2026-02-02T00:00:00Z", "B");
        handle(closed).addPublicNote("note");
        changed(closed, change().status("closed"));

        assertThat(answers(march().categories("b")).unanswered()).isZero();
        assertThat(answers(march().categories("a")).times().count()).isEqualTo(1);
        assertThat(answers(march().basis(CountBasis.OPEN_NOW))).isEqualTo(new FirstAnswers(NONE, 1));
    }

    @Test
    @Tag("B7")
    @Tag("R20")
    void erasureKeepsThemAndDeletionDoesNot() {
        Ticket ticket = openedAt("2026-03-02T00:00:00Z", null);
        later(Duration.ofMinutes(10));
        handle(ticket).addPublicNote("note");
        changed(ticket, change().status("closed"));
        DurationPercentiles before = closing(march());
        FirstAnswers answered = answers(march());
        olga().erase(ADA.id());

        assertThat(before.count()).isEqualTo(1);
        assertThat(closing(march())).isEqualTo(before);
        assertThat(answers(march())).isEqualTo(answered);
        olga().ticket(ticket.id()).delete();
        assertThat(closing(march())).isEqualTo(NONE);
        assertThat(answers(march())).isEqualTo(new FirstAnswers(NONE, 0));
    }

    @Test
    void timesToTheMicrosecondAreExactBelowForty() {
        Ticket ticket = openedAt("2026-03-02T00:00:00Z", null);
        clock.set(Instant.parse("2026-03-02T00:00:00.000039Z"));
        changed(ticket, change().status("closed"));

        assertThat(closing(march()).p99()).isEqualTo(Duration.ofNanos(39_000));
    }
}
