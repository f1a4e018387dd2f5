package dev.ticketkit.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final TimeOrderedIds ids = new TimeOrderedIds(new Random(7));

    @Test
    void tellsTheMillisecondAndItsFraction() {
        UUID id = ids.next(NOON.plusNanos(3_500_000));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(millis(id)).isEqualTo(NOON.toEpochMilli() + 3);
        assertThat(id.getMostSignificantBits() & 0xFFF).isEqualTo(0x800);
        assertThat(millis(ids.next(NOON.plusNanos(3_999_999)))).isEqualTo(NOON.toEpochMilli() + 3);
    }

    @Test
    void idsSortByMakingWhileTheClockStandsStill() {
        // More than a millisecond has steps for.
        List<UUID> made = make(() -> NOON, 10_000);

        assertOrdered(made);
        assertThat(millis(made.get(0))).isEqualTo(NOON.toEpochMilli());
        assertThat(millis(made.get(9_999))).isEqualTo(NOON.toEpochMilli() + 2);
        assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void idsSortByMakingWhenTheClockGoesBackAndOnAgain() {
        List<UUID> made = new ArrayList<>();
        for (long offset : new long[] {0, -1, -3_600_000, 0, 1, -1, 2, 86_400_000}) {
            made.add(ids.next(NOON.plusMillis(offset)));
        }

        assertOrdered(made);
        assertThat(millis(made.get(2))).isEqualTo(NOON.toEpochMilli());
        assertThat(millis(made.get(7))).isEqualTo(NOON.plusMillis(86_400_000).toEpochMilli());
    }

    @Test
    void idsSortByMakingUnderAnyClock() {
        long seed = 41;
        Random clock = new Random(seed);

        assertOrdered(make(() -> NOON.plusNanos(clock.nextInt(5_000_000)), 100_000));
    }

    @Test
    void lastBitsAreOfTheSource() {
        Random same = new Random(7);

        for (UUID id : make(() -> NOON, 1_000)) {
            assertThat(id.getLeastSignificantBits())
                    .isEqualTo((same.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
        }
    }

    @Test
    void aMillionIdsOfManyThreadsDifferAndEachThreadSeesItsOwnInOrder() throws Exception {
        int threads = 64;
        int each = 16_000;
        TimeOrderedIds shared = new TimeOrderedIds();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<List<UUID>>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(pool.submit(() -> {
                List<UUID> own = new ArrayList<>(each);
                for (int made = 0; made < each; made++) {
                    own.add(shared.next(NOON));
                }
                return own;
            }));
        }
        pool.shutdown();
        // The first half alone: no two of one object may have the same step, whatever their random bits.
        Set<Long> steps = new HashSet<>();
        for (Future<List<UUID>> part : parts) {
            List<UUID> own = part.get(1, TimeUnit.MINUTES);
            assertOrdered(own);
            own.forEach(id -> steps.add(id.getMostSignificantBits()));
        }
        assertThat(steps).hasSize(threads * each);
    }

    private interface Now {
        Instant get();
    }

    private List<UUID> make(Now now, int count) {
        List<UUID> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(ids.next(now.get()));
        }
        return made;
    }

    private static void assertOrdered(List<UUID> made) {
        for (int i = 1; i < made.size(); i++) {
            // As databases compare: the first half decides, and its order is that of its text.
            if (made.get(i - 1).getMostSignificantBits() >= made.get(i).getMostSignificantBits()) {
                throw new AssertionError("id " + i + ": " + made.get(i) + " is not after " + made.get(i - 1));
            }
        }
    }

    private static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
