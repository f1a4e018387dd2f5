package dev.ticketkit.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F29")
class CauseTextTest {
    @Test
    void cutsBetweenCodePoints() {
        String text = CauseText.of("\uD83D\uDE00".repeat(2_000));

        assertThat(text.codePointCount(0, text.length())).isEqualTo(1_000);
        assertThat(text).isEqualTo("\uD83D\uDE00".repeat(1_000));
    }

    @Test
    void neverCutsInsideAnEscape() {
        assertThat(CauseText.of("x".repeat(997) + "\u0007")).isEqualTo("x".repeat(997));
        assertThat(CauseText.of("x".repeat(994) + "\u0007")).isEqualTo("x".repeat(994) + "\\u0007");
    }

    @Test
    void namesTheClassWhenThereIsNoMessage() {
        assertThat(CauseText.of(new StackOverflowError())).isEqualTo("java.lang.StackOverflowError");
    }
}
