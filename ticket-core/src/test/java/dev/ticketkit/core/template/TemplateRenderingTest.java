package dev.ticketkit.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.error.RefusedException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R26")
class TemplateRenderingTest {
    private static final Rendering MESSAGE = Rendering.forReader(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void putsValuesBetweenTheLiterals() {
        FieldValues values = FieldValues.ofTexts(Map.of("NAME", "Ada", "ORDER_ID", "42"));

        assertThat(render("Dear %%NAME%%, order %%ORDER_ID%% (%%ORDER_ID%%) is 100%% yours", values, Rendering.raw()))
                .isEqualTo("Dear Ada, order 42 (42) is 100%% yours");
        assertThat(render("", values, Rendering.raw())).isEmpty();
        assertThat(render("no %%%% fields", values, Rendering.raw())).isEqualTo("no %% fields");
    }

    @ParameterizedTest
    @Tag("F49")
    @ValueSource(strings = {"%%A%%", "%%B%%", "%%B|x%%", "%%%%", "%%", "%", "$1", "\\", "${B}", "{{B}}", "{0}", "#{B}"})
    void neverReadsAValueAgain(String value) {
        FieldValues values = FieldValues.ofTexts(Map.of("A", value, "B", "%%A%%"));

        assertThat(render("%%A%%|%%B%%%%A%%", values, MESSAGE)).isEqualTo(value + "|%%A%%" + value);
        assertThat(render("%%%A%%%", values, MESSAGE)).isEqualTo("%" + value + "%");
    }

    @Test
    @Tag("F49")
    void twoValuesNeverFormAFieldTogether() {
        FieldValues values = FieldValues.ofTexts(Map.of("HALF", "%%SEC", "REST", "RET%%", "SECRET", "leaked"));

        assertThat(render("%%HALF%%%%REST%% %%HALF%%RET%%", values, MESSAGE)).isEqualTo("%%SECRET%% %%SECRET%%");
    }

    @Test
    @Tag("F49")
    void neverReadsADefaultAsATemplate() {
        assertThat(render("%%A|%B% ${B}%%", FieldValues.ofTexts(Map.of("B", "leaked")), MESSAGE))
                .isEqualTo("%B% ${B}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%GONE%%", "%%EMPTY%%", "%%BLANK%%"})
    void missingFieldFailsInAStepNamingItself(String template) {
        String name = template.replace("%", "");

        assertThatThrownBy(() -> render("x " + template, emptyOnes(), Rendering.raw()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.field()).isEqualTo(name))
                .hasMessage(name + ": has no value; give it one, or a default in the text: %%" + name + "|...%%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%GONE%%", "%%EMPTY%%", "%%BLANK%%"})
    void missingFieldIsEmptyInAMessage(String template) {
        assertThat(render("<" + template + ">", emptyOnes(), MESSAGE)).isEqualTo("<>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%GONE%%", "%%EMPTY%%", "%%BLANK%%"})
    void missingFieldStaysIfTheCallerSaysSo(String template) {
        Rendering keep = MESSAGE.whenMissing(MissingField.KEEP);

        assertThat(render("<" + template + ">", emptyOnes(), keep)).isEqualTo("<" + template + ">");
    }

    @ParameterizedTest
    @EnumSource(MissingField.class)
    void defaultWinsOverEveryPolicy(MissingField policy) {
        Rendering rendering = Rendering.raw().whenMissing(policy);

        assertThat(render("%%GONE|a%%%%EMPTY|b%%%%BLANK|c%%", emptyOnes(), rendering))
                .isEqualTo("abc");
        assertThat(render("%%GONE|%%%%EMPTY|%%%%BLANK|%%", emptyOnes(), rendering))
                .isEmpty();
        assertThat(render("%%A|b%%", FieldValues.ofTexts(Map.of("A", "a")), rendering))
                .isEqualTo("a");
    }

    @Test
    void keepingEverythingGivesTheTextBack() {
        String text = "a %%A%% b %%B%%%%C%% 100% %x% %%d%%";

        assertThat(render(text, FieldValues.none(), Rendering.raw().whenMissing(MissingField.KEEP)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5000, 4000", "4999, 4001"})
    void outputHasAtMostTwentyThousandCodePoints(int filling, int defaultText) {
        String text = "%%A%%".repeat(2) + "%%B%%" + "x".repeat(filling) + "%%C|" + "y".repeat(defaultText) + "%%";
        FieldValues values = FieldValues.ofTexts(Map.of("A", "\uD83D\uDE00".repeat(4_000), "B", "b".repeat(3_000)));

        String rendered = render(text, values, Rendering.raw());

        assertThat(rendered.codePointCount(0, rendered.length())).isEqualTo(20_000);
        assertThatThrownBy(() -> render(text + "z", values, Rendering.raw()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.field()).isEqualTo("text"))
                .hasMessageContaining("20000");
    }

    @Test
    @Tag("F49")
    void refusesShortTemplatesThatWouldMakeHugeTexts() {
        FieldValues values = FieldValues.ofTexts(Map.of("A", "<".repeat(4_000)));
        Template template = Template.parse("%%A%%".repeat(4_000));

        assertThatThrownBy(() -> template.render(values, MESSAGE.asHtml())).isInstanceOf(RefusedException.class);
    }

    @Test
    void capCountsTheTextAndNotItsEscapes() {
        FieldValues values = FieldValues.ofTexts(Map.of("A", "<".repeat(4_000)));

        assertThat(render("%%A%%".repeat(5), values, MESSAGE.asHtml())).isEqualTo("&lt;".repeat(20_000));
    }

    @Test
    void rendersWhatPlainReplacementWouldRender() {
        long seed = 33L;
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            Map<String, String> values = new HashMap<>();
            StringBuilder template = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                String name = "F" + random.nextInt(6);
                String value = values.computeIfAbsent(name, n -> "v\u00e9%" + random.nextInt(1000));
                template.append("lit ").append("%%").append(name).append("%%");
                expected.append("lit ").append(value);
            }
            assertThat(render(template.toString(), FieldValues.ofTexts(values), Rendering.raw()))
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(expected.toString());
        }
    }

    private static FieldValues emptyOnes() {
        return FieldValues.ofTexts(Map.of("EMPTY", "", "BLANK", " \t\u00A0\u200B"));
    }

    private static String render(String template, FieldValues values, Rendering rendering) {
        return Template.parse(template).render(values, rendering);
    }
}
