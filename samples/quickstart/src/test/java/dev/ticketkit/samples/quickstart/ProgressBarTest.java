package dev.ticketkit.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void printsNothingWhenPiped() {
        ProgressBar bar = new ProgressBar(out, false, 10);
        bar.accept(5);
        bar.finish();
        assertThat(bytes.size()).isZero();
    }

    @Test
    void drawsOncePerPercentOnOneLine() {
        ProgressBar bar = new ProgressBar(out, true, 1000);
        for (int i = 1; i <= 1000; i++) {
            bar.accept(i);
        }
        String drawn = bytes.toString(StandardCharsets.UTF_8);
        assertThat(drawn.chars().filter(c -> c == '\r')).hasSize(101);
        assertThat(drawn).doesNotContain("\n").contains("100%  1,000 of 1,000 events");
    }

    @Test
    void goesOnCountingNoticesAfterTheLastEvent() {
        ProgressBar bar = new ProgressBar(out, true, 1);
        bar.accept(1);
        for (int i = 1; i <= 1000; i++) {
            bar.sent();
        }
        String drawn = bytes.toString(StandardCharsets.UTF_8);
        assertThat(drawn.chars().filter(c -> c == '\r')).hasSize(3);
        assertThat(drawn).doesNotContain("\n").endsWith("100%  1 of 1 events, 1,000 notices");
    }

    @Test
    void fitsAndIsWipedFromALineOfEightyColumns() {
        ProgressBar bar = new ProgressBar(out, true, 9_999_999);
        for (int i = 1; i <= 5_000; i++) {
            bar.sent();
        }
        bar.accept(9_999_999);
        bar.finish();
        List<String> drawn = List.of(bytes.toString(StandardCharsets.UTF_8).split("\r", -1));
        assertThat(drawn.get(drawn.size() - 3)).hasSizeLessThan(80);
        assertThat(drawn.get(drawn.size() - 2)).isBlank().hasSize(80);
    }

    @Test
    void wipesItselfAtTheEnd() {
        ProgressBar bar = new ProgressBar(out, true, 10);
        bar.accept(10);
        bar.finish();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith(" \r");
    }
}
