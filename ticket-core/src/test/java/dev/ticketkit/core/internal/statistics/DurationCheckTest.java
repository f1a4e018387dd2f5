package dev.ticketkit.core.internal.statistics;

import static dev.ticketkit.core.Tickets.NINE;
import static dev.ticketkit.core.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.statistics.AnswerCount;
import dev.ticketkit.spi.storage.statistics.DurationBuckets;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import dev.ticketkit.spi.storage.statistics.StatisticsStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B5")
class DurationCheckTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final StatisticsStore tallies = mock(StatisticsStore.class);
    private final DurationCheck fold = new DurationCheck();

    @BeforeEach
    void countTwoTickets() {
        fold.add(open().answeredAt(NINE.plus(MINUTE)).closedAt(NINE.plus(HOUR)).build());
        fold.add(open().build());
    }

    @Test
    void whatIsCountedAlikeDoesNotDiffer() {
        stored(Stream.of(HOUR), Stream.of(MINUTE), 1);

        assertThat(differences()).isEmpty();
    }

    @Test
    void eachBucketThatDiffersIsNamed() {
        stored(Stream.of(HOUR, HOUR), Stream.of(HOUR), 0);

        assertThat(differences())
                .containsExactly(
                        "closing times: bucket " + bucket(HOUR) + ": counted 1, in the statistics 2",
                        "first answers: bucket " + bucket(MINUTE) + ": counted 1, in the statistics 0",
                        "first answers: bucket " + bucket(HOUR) + ": counted 0, in the statistics 1",
                        "unanswered: counted 1, in the statistics 0");
    }

    private void stored(Stream<Duration> closing, Stream<Duration> answers, long unanswered) {
        when(tallies.closingTimes(any())).thenReturn(DurationHistogram.of(closing));
        when(tallies.firstAnswers(any())).thenReturn(new AnswerCount(DurationHistogram.of(answers), unanswered));
    }

    private List<String> differences() {
        return fold.differences(new TenantId("acme"), tallies, AccessScope.all());
    }

    private static int bucket(Duration time) {
        return DurationBuckets.bucketOf(time);
    }
}
