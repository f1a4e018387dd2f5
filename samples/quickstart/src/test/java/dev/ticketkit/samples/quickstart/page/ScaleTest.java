package dev.ticketkit.samples.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void drawsAtMostFiveLinesAboveZeroAtRoundNumbers() {
        assertThat(new Scale(216).lines()).containsExactly(0L, 50L, 100L, 150L, 200L, 250L);
        assertThat(new Scale(41).lines()).containsExactly(0L, 10L, 20L, 30L, 40L, 50L);
        assertThat(new Scale(7).lines()).containsExactly(0L, 2L, 4L, 6L, 8L);
        assertThat(new Scale(1).lines()).containsExactly(0L, 1L);
        assertThat(new Scale(0).lines()).containsExactly(0L, 1L);
    }

    @Test
    void coversTheLargestValue() {
        for (long largest = 1; largest < 5000; largest++) {
            Scale scale = new Scale(largest);
            assertThat(scale.lines()).as("%d", largest).hasSizeLessThanOrEqualTo(6);
            assertThat(scale.part(largest))
                    .as("%d", largest)
                    .isLessThanOrEqualTo(1)
                    .isGreaterThan(0.4);
        }
    }
}
