package dev.ticketkit.core.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F51")
class CsvTextTest {
    private static final long SEED = 20_261_129L;

    /** What texts of the generator are made of: separators, what begins a formula, what may stand before it, words. */
    private static final List<String> PIECES = List.of(
            ",", ";", "\t", "|", "\n", "\r\n", "=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "\uFE66",
            "\u2212", " ", "\u00A0", "\u3000", "\"", "\u200B", "\uFEFF", "'", "1", "a", "cmd", "SUM(A1)", "late",
            "please", "😀");

    /** Wherever a program splits, whatever it leaves out before it looks. */
    private static final Pattern SPLIT = Pattern.compile("[,;\t|\r\n]");

    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "=1+1 ~ '=1+1",
                "late;=1+1;please ~ late;'=1+1;please",
                "late,=1+1,please ~ late,'=1+1,please",
                "late|=1+1 ~ late|'=1+1",
                "late; =1+1 ~ late;' =1+1",
                "late;\"=1+1\" ~ late;'\"=1+1\"",
                "a;;-1 ~ a;;'-1",
                "a;b=1 ~ a;b=1",
                "a - b ~ a - b",
                "=a;=b,=c ~ '=a;'=b,'=c"
            })
    void whatFollowsAnySeparatorIsNoFormula(String text, String cell) {
        assertThat(CsvText.guarded(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "\uFE66", "\uFE62", "\uFE63", "\uFE6B",
                "\u2212"
            })
    void eachBeginningIsGuardedAfterEachSeparatorAndBlank(String starter) {
        for (String before : List.of("", " ", "\u00A0", "\"", "\u200B", "\uFEFF", "\u3000 \"")) {
            for (String separator : List.of("", "a,", "a;", "a\t", "a|", "a\n", "a\r", "a\r\n")) {
                assertThat(CsvText.guarded(separator + before + starter + "1"))
                        .as("%s, %s, %s", separator, before, starter)
                        .isEqualTo(separator + "'" + before + starter + "1");
            }
        }
    }

    @Test
    void noPieceOfAnyTextIsAFormulaAndNothingElseIsChanged() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            String text = anyText(random);
            String guarded = CsvText.guarded(text);

            assertThat(SPLIT.split(guarded, -1))
                    .as("seed %d, round %d, %s", SEED, round, text)
                    .noneMatch(piece -> FORMULA.matcher(piece).find());
            assertThat(guarded.replace("'", ""))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(text.replace("'", ""));
        }
    }

    static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
