package dev.ticketkit.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.error.RefusedException;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R26")
@Tag("F48")
class TemplateGrammarTest {
    /** The grammar once more, read from the left; slow on hostile texts and therefore only here. */
    private static final Pattern GRAMMAR = Pattern.compile("%%(?:%%|([A-Z0-9_]+)(?:\\|(.*?))?%%)", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Order %%ORDER_ID%% is late, Order [ORDER_ID] is late",
                "%%A%%%%B%%, [A][B]",
                "%%A%%B%%C%%, [A]B[C]",
                "%%0%%%%_%%, [0][_]",
                "%%A|none%%, [A:none]",
                "%%A|%%, [A:]",
                "%%A|b|c%%, [A:b|c]",
                "%%A|50%%%, [A:50]%",
                "%%A|5 % of %B%%, [A:5 % of %B]",
                "%%A|%%B%%%%, [A:]B%%",
            })
    void readsFieldsAndTheirDefaults(String template, String expected) {
        assertThat(described(TemplateParser.parse(template))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "%, %",
        "%%, %%",
        "%%%, %%%",
        "%%%%, %%",
        "%%%%%, %%%",
        "%%%%%%, %%%%",
        "%%%%%%%, %%%%%",
        "%%%%%%%%, %%%%",
        "%%%%A%%, %%A%%",
        "%%%%A%%%%, %%A%%",
        "100%%%A%%, 100%[A]",
        "%%%%%A%%, %%%A%%",
        "%%A%%%, [A]%",
        "%%A%%%%, [A]%%",
    })
    void countsPercentSignsFromTheLeft(String template, String expected) {
        assertThat(described(TemplateParser.parse(template))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "%%a%%",
                "%%Ab%%",
                "%%A B%%",
                "%% A%%",
                "%%A-B%%",
                "%%|x%%",
                "%%À%%",
                "%%Ａ%%",
                "%%\uD835\uDC00%%",
                "%A%",
                "%%A",
                "%%A%",
                "%%A|",
                "%%A|x",
                "%%A|x%",
                "%%A%B%%",
                "${A} {{A}} #{T(java.lang.Runtime)}",
                "50% to 60% \uD83D\uDE00",
            })
    void leavesAllElseAsItIs(String text) {
        Template template = TemplateParser.parse(text);

        assertThat(template.fields()).isEmpty();
        assertThat(described(template)).isEqualTo(text);
    }

    @Test
    void saysWhereEachFieldIs() {
        Template template = Template.parse("\uD83D\uDE00 %%A%%%%%% %%B|x%%%%A%%");

        assertThat(template.fields())
                .containsExactly(
                        new TemplateField("A", 3, null),
                        new TemplateField("B", 13, "x"),
                        new TemplateField("A", 20, null));
        assertThat(template.text()).isEqualTo("\uD83D\uDE00 %%A%%%%%% %%B|x%%%%A%%");
    }

    @Test
    void keepsPairsOfSurrogatesNextToFields() {
        Template template = Template.parse("\uD83D\uDE00%%A|\uD83D\uDE00%%\uD83D\uDE00");

        assertThat(template.render(FieldValues.none(), Rendering.raw()))
                .isEqualTo("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00");
    }

    @Test
    void readsHundredKilobytesOfPercentSigns() {
        assertThat(described(TemplateParser.parse("%".repeat(100_000)))).isEqualTo("%".repeat(50_000));
        assertThat(described(TemplateParser.parse("%".repeat(100_003)))).isEqualTo("%".repeat(50_003));
    }

    @Test
    void readsHundredKilobytesOfNamesThatNeverEnd() {
        String chain = "%%A".repeat(33_334);
        Template template = TemplateParser.parse(chain);

        assertThat(template.fields()).hasSize(16_667).allMatch(field -> field.name()
                .equals("A"));
        assertThat(described(template)).isEqualTo("[A]A".repeat(16_667));
        assertThat(described(TemplateParser.parse("%%" + "A".repeat(100_000)))).isEqualTo("%%" + "A".repeat(100_000));
        assertThat(described(TemplateParser.parse("%%A ".repeat(25_000)))).isEqualTo("%%A ".repeat(25_000));
    }

    @Test
    void readsHundredKilobytesOfDefaultsThatNeverEnd() {
        assertThat(described(TemplateParser.parse("%%A|".repeat(25_000)))).isEqualTo("[A:]A|".repeat(12_500));
        assertThat(described(TemplateParser.parse("%%A|" + "%A|".repeat(33_000))))
                .isEqualTo("%%A|" + "%A|".repeat(33_000));
    }

    @Test
    void readsWhateverTheGrammarReads() {
        long seed = 20_260_310L;
        Random random = new Random(seed);
        String[] tokens = {"%", "%%", "%%%%", "A", "B_2", "|", " ", "a", "\n", "%%A%%", "%%B|", "\uD83D\uDE00", "È"};
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(tokens[random.nextInt(tokens.length)]);
            }
            assertThat(described(Template.parse(text.toString())))
                    .as("seed %d, run %d, template <%s>", seed, run, text)
                    .isEqualTo(GRAMMAR.matcher(text).replaceAll(TemplateGrammarTest::described));
        }
    }

    @Test
    void refusesTemplatesThatAreTooLongOrHoldControls() {
        assertRefused("x".repeat(20_001), "template", "20000");
        assertRefused("a\u0000b", "template", "U+0000");
        assertRefused("lone \uD83D surrogate", "template", "U+D83D");
        assertThat(Template.parse("\uD83D\uDE00".repeat(20_000)).fields()).isEmpty();
    }

    @Test
    void refusesNamesThatAreTooLong() {
        String longest = "N".repeat(100);

        assertThat(Template.parse("%%" + longest + "%%").fields()).hasSize(1);
        assertRefused("a %%N" + longest + "%%", "template", "position 2");
        assertRefused("a %%N" + longest + "|x%%", "template", "100");
    }

    @Test
    void templatesAreEqualByTextAndSayNothingOfItInLogs() {
        assertThat(Template.parse("%%A%%"))
                .isEqualTo(Template.parse("%%A%%"))
                .hasSameHashCodeAs(Template.parse("%%A%%"));
        assertThat(Template.parse("%%A%%")).isNotEqualTo(Template.parse("%%B%%"));
        assertThat(Template.parse("secret %%A%%")).hasToString("Template[1 fields]");
    }

    private static void assertRefused(String template, String field, String inMessage) {
        assertThatThrownBy(() -> Template.parse(template))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(inMessage);
    }

    /** Literals as they are, fields in brackets with their default. */
    private static String described(Template template) {
        StringBuilder described = new StringBuilder(template.literals().get(0));
        for (int i = 0; i < template.fields().size(); i++) {
            TemplateField field = template.fields().get(i);
            described
                    .append(described(field.name(), field.defaultText()))
                    .append(template.literals().get(i + 1));
        }
        return described.toString();
    }

    private static String described(MatchResult match) {
        String name = match.group(1);
        return Matcher.quoteReplacement(name == null ? "%%" : described(name, match.group(2)));
    }

    private static String described(String name, String defaultText) {
        return "[" + name + (defaultText == null ? "" : ":" + defaultText) + "]";
    }
}
