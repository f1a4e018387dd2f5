package dev.ticketkit.acceptance.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import dev.ticketkit.spi.text.FoldedText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folding against ICU, which reads Unicode's own tables. */
@Tag("R5")
@Tag("F45")
class FoldedTextTest {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private static String byIcu(String text) {
        return NFKC.normalize(UCharacter.foldCase(NFKC.normalize(text), true));
    }

    /** Blanks are folded by a rule of our own; surrogates are no text; what this Java does not know it cannot fold. */
    private static boolean isCompared(int codePoint) {
        return Character.isDefined(codePoint)
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE)
                && !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && knowsAllOf(byIcu(Character.toString(codePoint)))
                && !holdsBlank(Character.toString(codePoint));
    }

    /** Case pairs of a newer Unicode, one half of which this Java does not have. */
    private static boolean knowsAllOf(String text) {
        return text.codePoints().allMatch(Character::isDefined);
    }

    private static boolean holdsBlank(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static Map<String, Set<Integer>> classes(java.util.function.UnaryOperator<String> fold) {
        Map<String, Set<Integer>> classes = new HashMap<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (isCompared(c)) {
                classes.computeIfAbsent(fold.apply(Character.toString(c)), key -> new HashSet<>())
                        .add(c);
            }
        }
        return classes;
    }

    @Test
    void everyCodePointIsEqualToTheSameOnesAsByUnicodesTables() {
        Map<String, Set<Integer>> ours = classes(text -> FoldedText.of(text).value());
        Map<String, Set<Integer>> icus = classes(FoldedTextTest::byIcu);
        Set<Set<Integer>> expected = new HashSet<>(icus.values());
        List<String> differing = new ArrayList<>();
        ours.values().stream().filter(group -> !expected.contains(group)).forEach(group -> differing.add(hex(group)));

        assertThat(differing).isEmpty();
        assertThat(ours).hasSameSizeAs(icus);
    }

    private static String hex(Set<Integer> group) {
        return String.join(
                " ",
                group.stream()
                        .sorted()
                        .map(c -> String.format(Locale.ROOT, "U+%04X", c))
                        .toList());
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        List<String> differing = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                String once = FoldedText.of("a" + Character.toString(c) + "b").value();
                if (!FoldedText.of(once).value().equals(once)) {
                    differing.add(hex(Set.of(c)));
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    /** A number sign and four digits are a UTF-16 unit, so that the pairs can be told apart on paper. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "stra#00dfe | STRASSE",
                "stra#00dfe | strasse",
                "#1e9e | ss",
                "#1e9e | #00df",
                "#0130 | i#0307",
                "#0130stanbul | i#0307STANBUL",
                "I | i",
                "K | #212a",
                "k | #212a",
                "#00e5 | #212b",
                "#03a9 | #2126",
                "#03c3 | #03c2",
                "#03a3 | #03c2",
                "#03a3 | #03c3",
                "#039f#0394#039f#03a3 | #03bf#03b4#03bf#03c2",
                "#03b8 | #03d1",
                "#03c6 | #03d5",
                "#03b2 | #03d0",
                "#03b5 | #03f5",
                "#00b5 | #03bc",
                "#1fb3 | #03b1#03b9",
                "#0391#0345 | #1fbc",
                "#0390 | #1fd3",
                "#03b0 | #1fe3",
                "#0587 | #0565#0582",
                "#017f | s",
                "#017f | S",
                "#1e9b | #1e61",
                "#01c4 | #01c6",
                "#01c5 | d#017e",
                "#01f0 | J#030c",
                "#0149 | #02bcN",
                "#fb01 | FI",
                "#fb03 | ffi",
                "#fb06 | ST",
                "#fb05 | #fb06",
                "#ff21#ff22 | ab",
                "#ff41 | A",
                "#ff11 | 1",
                "#00bd | 1#20442",
                "#2460 | 1",
                "#2122 | tm",
                "#33a1 | M2",
                "#2167 | viii",
                "#2170 | I",
                "#24b6 | #24d0",
                "#00e9 | e#0301",
                "#00c9 | e#0301",
                "#1ed9 | o#0323#0302",
                "#1ed9 | o#0302#0323",
                "#ac00 | #1100#1161",
                "#ff76#ff9e | #30ac",
                "#0422 | #0442",
                "#a64a | #1c88",
                "#10d0 | #1c90",
                "#13a0 | #ab70",
                "#d801#dc00 | #d801#dc28",
                "a#00a0b | A B",
                "a#3000#2003b | a b",
                "#2009a#tb#2029 | a b",
                "a #0020 b | a b",
                "#1c80 | #0432"
            })
    void spellingsOfOneNameAreEqual(String one, String other) {
        assertThat(FoldedText.of(unescape(one))).isEqualTo(FoldedText.of(unescape(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i | #0131", "I | #0131", "#0130 | i", "#0130 | #0131", "e | #00e9", "o | #00f8", "a | #0430",
                "ss | s", "#00e6 | ae", "#0111 | d", "a b | ab", "0 | O", "#3042 | #30a2", "#4e00 | #2014",
                "a#200bb | ab", "#00df | b"
            })
    void differentNamesStayDifferent(String one, String other) {
        assertThat(FoldedText.of(unescape(one))).isNotEqualTo(FoldedText.of(unescape(other)));
    }

    private static String unescape(String text) {
        return Pattern.compile("#([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)))
                .replace("#t", "\t");
    }
}
