package dev.ticketkit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.storage.statistics.DurationBuckets;
import dev.ticketkit.spi.storage.statistics.DurationHistogram;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Percentiles beside the exact ones of the sorted durations. */
@Tag("R34")
class DurationPercentilesTest {
    private static final long SEED = 20_261_125L;
    private static final List<Long> BOUNDS = DurationBuckets.bounds();

    @Test
    void bucketsAreNoWiderThanATwentieth() {
        assertThat(BOUNDS.get(0)).isEqualTo(1);
        for (int i = 1; i < BOUNDS.size(); i++) {
            long width = BOUNDS.get(i) - BOUNDS.get(i - 1);
            assertThat(width).isPositive().isLessThanOrEqualTo(Math.max(1, BOUNDS.get(i - 1) / 20));
        }
        long last = BOUNDS.get(BOUNDS.size() - 1);
        assertThat(Long.MAX_VALUE - last).isLessThan(last / 20);
        assertThat(BOUNDS).hasSizeLessThan(1_000);
    }

    @Test
    void aTimeIsInTheBucketWhoseBoundsItHasReached() {
        assertThat(DurationBuckets.bucketOf(Long.MIN_VALUE)).isZero();
        assertThat(DurationBuckets.bucketOf(0)).isZero();
        assertThat(DurationBuckets.bucketOf(Long.MAX_VALUE)).isEqualTo(BOUNDS.size());
        for (int i = 0; i < BOUNDS.size(); i++) {
            assertThat(DurationBuckets.bucketOf(BOUNDS.get(i))).isEqualTo(i + 1);
            assertThat(DurationBuckets.bucketOf(BOUNDS.get(i) - 1)).isEqualTo(i);
        }
        assertThat(DurationBuckets.bucketOf(Duration.ofNanos(-1))).isZero();
        assertThat(DurationBuckets.bucketOf(Duration.ofNanos(1_999))).isEqualTo(1);
    }

    @Test
    void theMiddleIsAtMostAFortiethOffTheEdgesOfItsBucket() {
        assertThat(DurationBuckets.middleOf(0)).isEqualTo(Duration.ZERO);
        for (int bucket = 1; bucket <= BOUNDS.size(); bucket++) {
            long highest = bucket == BOUNDS.size() ? Long.MAX_VALUE : BOUNDS.get(bucket) - 1;
            assertClose(DurationBuckets.middleOf(bucket), BOUNDS.get(bucket - 1));
            assertClose(DurationBuckets.middleOf(bucket), highest);
        }
    }

    @Test
    void percentilesAreAtMostAFortiethOffTheExactOnes() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            List<Long> micros = new ArrayList<>();
            int many = 1 + random.nextInt(300);
            for (int i = 0; i < many; i++) {
                micros.add((long) Math.exp(random.nextDouble() * 40));
            }
            micros.sort(null);
            DurationHistogram times = of(micros.stream());
            for (int percent = 1; percent <= 100; percent++) {
                int rank = (int) Math.ceil(percent * many / 100.0);
                assertThat(times.percentile(percent))
                        .as("seed %d, round %d, percentile %d of %s", SEED, round, percent, micros)
                        .satisfies(told -> assertClose(told, micros.get(rank - 1)));
            }
        }
    }

    @Test
    void rankIsTheNearest() {
        DurationHistogram ten = of(Stream.iterate(1L, each -> each + 1).limit(10));
        assertThat(DurationPercentiles.of(ten))
                .isEqualTo(new DurationPercentiles(10, micros(5), micros(9), micros(10), micros(10)));
        assertThat(ten.percentile(1)).isEqualTo(micros(1));
        assertThat(ten.percentile(51)).isEqualTo(micros(6));
        assertThat(ten.percentile(100)).isEqualTo(micros(10));
    }

    @Test
    void ofNothingThereAreNone() {
        assertThat(DurationPercentiles.of(DurationHistogram.EMPTY))
                .isEqualTo(new DurationPercentiles(0, null, null, null, null));
        assertThatThrownBy(() -> DurationHistogram.EMPTY.percentile(0)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> DurationHistogram.EMPTY.percentile(101)).hasMessageContaining("1 to 100");
    }

    @Test
    void histogramsAddUpAndSubtract() {
        DurationHistogram one = of(Stream.of(1L, 5L, 5L));
        DurationHistogram other = of(Stream.of(5L, 1_000L));
        DurationHistogram both = of(Stream.of(1L, 5L, 5L, 5L, 1_000L));

        assertThat(one.plus(other)).isEqualTo(both);
        assertThat(both.minus(other)).isEqualTo(one);
        assertThat(both.minus(both)).isEqualTo(DurationHistogram.EMPTY);
        assertThat(DurationHistogram.ofCounts(Map.of(7, 0L))).isEqualTo(DurationHistogram.EMPTY);
    }

    /** 40 times the difference is no more than the exact time. */
    private static void assertClose(Duration told, long exact) {
        BigInteger difference = BigInteger.valueOf(told.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000))
                .add(BigInteger.valueOf(told.getNano() / 1_000))
                .subtract(BigInteger.valueOf(exact))
                .abs();
        assertThat(difference.multiply(BigInteger.valueOf(40))).isLessThanOrEqualTo(BigInteger.valueOf(exact));
    }

    private static DurationHistogram of(Stream<Long> micros) {
        return DurationHistogram.of(micros.map(DurationPercentilesTest::micros));
    }

    private static Duration micros(long micros) {
        return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }
}
