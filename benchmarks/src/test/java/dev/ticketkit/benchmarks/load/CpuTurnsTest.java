package dev.ticketkit.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CpuTurnsTest {
    private static final int FEW = 2;
    private static final Pace PACE = new Pace(1, Duration.ofMillis(200));

    private final AtomicInteger calls = new AtomicInteger();
    private final CpuTurns turns = new CpuTurns(PACE, 1, FEW, line -> {}).side("counting", calls::incrementAndGet);

    @Test
    void warmingUpGoesOnForAsLongAsARoundHoweverFewTurnsThatHas() throws Exception {
        turns.warm();
        assertThat(calls).hasValueGreaterThan(20 * FEW);
    }

    @Test
    void aRoundHasNoMoreTurnsThanItMay() throws Exception {
        turns.run();
        assertThat(calls).hasValue(FEW);
    }
}
