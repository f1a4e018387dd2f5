package dev.ticketkit.spi.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.ticketkit.spi.text.TextRule;
import jakarta.validation.ConstraintValidatorContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextConstraintsTest {
    private static final String LAMP = "\uD83D\uDCA1";

    /** The constraints as a command bears them. */
    private record Bearer(
            @CodePoints(min = 1, max = 3) String required,
            @CodePoints(max = 3) String optional,
            @NoControl String line,
            @NoControl(TextRule.BLOCK) String block,
            @NoControl(TextRule.NAME) String name) {}

    @Test
    void lengthIsInCodePoints() {
        assertThat(fits("optional", LAMP.repeat(3))).isTrue();
        assertThat(fits("optional", LAMP.repeat(4))).isFalse();
        assertThat(fits("optional", "abcd")).isFalse();
        assertThat(fits("optional", "x".repeat(1_000_000))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u200B"})
    void onlyWhatIsRequiredMustNotBeBlank(String blank) {
        assertThat(fits("required", blank)).isFalse();
        assertThat(fits("optional", blank)).isTrue();
    }

    @Test
    void whatIsMissingIsLeftToOtherConstraints() {
        assertThat(fits("required", null)).isTrue();
        assertThat(isClean("line", null)).isTrue();
    }

    @Test
    void controlsAreRefusedAsTheRuleSays() {
        assertThat(isClean("line", "one\ntwo")).isFalse();
        assertThat(isClean("block", "one\ntwo")).isTrue();
        assertThat(isClean("block", "one\u0000two")).isFalse();
        assertThat(isClean("line", "one\u202Etwo")).isTrue();
        assertThat(isClean("name", "one\u202Etwo")).isFalse();
    }

    /** Another constraint refuses its length; it is not walked through first. */
    @Test
    void whatIsTooLongForAnyFieldIsNotReadThrough() {
        assertThat(isClean("line", "\u0000".repeat(64_001))).isTrue();
        assertThat(isClean("line", "\u0000".repeat(64_000))).isFalse();
    }

    private static boolean fits(String component, String value) {
        CodePoints.Validator validator = new CodePoints.Validator();
        validator.initialize(of(component, CodePoints.class));
        return validator.isValid(value, mock(ConstraintValidatorContext.class));
    }

    private static boolean isClean(String component, String value) {
        NoControl.Validator validator = new NoControl.Validator();
        validator.initialize(of(component, NoControl.class));
        return validator.isValid(value, mock(ConstraintValidatorContext.class));
    }

    private static <A extends java.lang.annotation.Annotation> A of(String component, Class<A> constraint) {
        try {
            return Bearer.class.getDeclaredField(component).getAnnotation(constraint);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
