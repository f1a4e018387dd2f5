package dev.ticketkit.spi.storage.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    /** Rollups keep the bucket's number: another way to count them would make what is stored mean something else. */
    @Test
    void everyBoundBeginsItsBucket() {
        List<Long> bounds = DurationBuckets.bounds();
        for (int i = 0; i < bounds.size(); i++) {
            assertThat(DurationBuckets.bucketOf(bounds.get(i))).isEqualTo(i + 1);
            assertThat(DurationBuckets.bucketOf(bounds.get(i) - 1)).isEqualTo(i);
        }
        assertThat(DurationBuckets.bucketOf(Long.MAX_VALUE)).isEqualTo(bounds.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 19, 20, 1_000, 86_400_000_000L, 31_536_000_000_000L})
    void theMiddleOfABucketIsWithinAFortiethOfWhatFellIntoIt(long micros) {
        Duration middle = DurationBuckets.middleOf(DurationBuckets.bucketOf(micros));
        long found = middle.toSeconds() * 1_000_000 + middle.toNanosPart() / 1_000;
        assertThat(Math.abs(found - micros)).isLessThanOrEqualTo(micros / 20);
    }

    @Test
    void noTimeIsABucketOfItsOwn() {
        assertThat(DurationBuckets.bucketOf(Duration.ZERO)).isZero();
        assertThat(DurationBuckets.middleOf(0)).isEqualTo(Duration.ZERO);
    }

    @Test
    void aPercentileIsTheTimeThatSoManyStayBelow() {
        DurationHistogram times = seconds(LongStream.rangeClosed(1, 100));
        assertThat(times.count()).isEqualTo(100);
        assertThat(times.percentile(50)).isBetween(Duration.ofMillis(47_500), Duration.ofMillis(52_500));
        assertThat(times.percentile(100)).isBetween(Duration.ofSeconds(95), Duration.ofSeconds(105));
        assertThat(DurationHistogram.EMPTY.percentile(50)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> times.percentile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> times.percentile(101));
    }

    @Test
    void whatIsAddedAndTakenAwayLeavesWhatWas() {
        DurationHistogram some = seconds(LongStream.of(1, 2, 3));
        DurationHistogram more = seconds(LongStream.of(3, 4));
        assertThat(some.plus(more).count()).isEqualTo(5);
        assertThat(some.plus(more).minus(more)).isEqualTo(some);
        assertThat(some.minus(some)).isEqualTo(DurationHistogram.EMPTY);
    }

    private static DurationHistogram seconds(LongStream seconds) {
        Stream<Duration> durations = seconds.mapToObj(Duration::ofSeconds);
        return DurationHistogram.of(durations);
    }
}
