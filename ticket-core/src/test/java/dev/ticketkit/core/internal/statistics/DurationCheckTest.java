package dev.ticketkit.core.internal.statistics;

import static dev.ticketkit.core.Tickets.NINE;
import static dev.ticketkit.core.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.storage.statistics.AnswerCount;
import dev.ticketkit.spi.storage.statistics.DurationBuckets;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
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

    private final DurationCheck check = new DurationCheck();

    @BeforeEach
    void countTwoTickets() {
        check.add(open().answeredAt(NINE.plus(MINUTE)).closedAt(NINE.plus(HOUR)).build());
        check.add(open().build());
    }

    @Test
    void whatIsCountedAlikeDoesNotDiffer() {
        assertThat(differences(Stream.of(HOUR), Stream.of(MINUTE), 1)).isEmpty();
    }

    @Test
    void eachBucketThatDiffersIsNamed() {
        assertThat(differences(Stream.of(HOUR, HOUR), Stream.of(HOUR), 0))
                .containsExactly(
                        "closing times: bucket " + bucket(HOUR) + ": counted 1, in the statistics 2",
                        "first answers: bucket " + bucket(MINUTE) + ": counted 1, in the statistics 0",
                        "first answers: bucket " + bucket(HOUR) + ": counted 0, in the statistics 1",
                        "unanswered: counted 1, in the statistics 0");
    }

    private List<String> differences(Stream<Duration> closing, Stream<Duration> answers, long unanswered) {
        return check.differences(
                DurationHistogram.of(closing), new AnswerCount(DurationHistogram.of(answers), unanswered));
    }

    private static int bucket(Duration time) {
        return DurationBuckets.bucketOf(time);
    }
}
