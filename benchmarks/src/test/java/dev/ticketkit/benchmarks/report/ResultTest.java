package dev.ticketkit.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
    @Test
    void ratioIsMedianOfTheRatiosOfEachRound() {
        Result result = Result.ofRates("a, b", "/s", new double[] {100, 400, 90}, new double[] {50, 100, 100}, 1.5);

        assertThat(result.ratio()).isEqualTo(new Figure(2, 0.9, 4));
        assertThat(result.ours().median()).isEqualTo(100);
        assertThat(result.met()).isTrue();
    }

    @Test
    void lowerTimesAreBetter() {
        Result result = Result.ofTimes("a, b", "ms", new double[] {2}, new double[] {6}, 4);

        assertThat(result.ratio().median()).isEqualTo(3);
        assertThat(result.met()).isFalse();
    }

    @Test
    void limitIsMetWhenNothingIsAboveIt() {
        assertThat(Result.ofLimit("a, b", "ms", new double[] {10}, 10).met()).isTrue();
        assertThat(Result.ofLimit("a, b", "ms", new double[] {12.5}, 10).ratio().median())
                .isCloseTo(0.8, within(1e-9));
    }

    @Test
    void saysShortOfGoalThatWasNotReached() {
        List<String> lines = ResultTable.lines(List.of(
                Result.ofRates("a, one", "/s", new double[] {1_520, 1_344, 1_700}, new double[] {760, 672, 850}, 3)));

        assertThat(lines.get(2))
                .isEqualTo("| a, one | 1,520 (1,344–1,700) /s | 760 (672–850) /s | 2.00x | 3.00x | short |");
    }
}
