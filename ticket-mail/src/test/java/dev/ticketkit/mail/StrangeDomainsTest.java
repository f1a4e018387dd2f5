package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.text.FoldedText;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no name, or might be another's, is refused; whatever is not differs from what was typed in case and form alone. */
@Tag("F52")
class StrangeDomainsTest {
    private static final long SEED = 20_261_131L;
    private static final String LEFT_OUT = "[\u00AD\u034F\u180B\u200B\u2060\uFE0F\uFEFF]|\uDB40\uDD00";

    /** Letters and signs for which the editions, normal forms, cases or readers of names have rules of their own. */
    private static final List<String> SIGNS = List.of(
            ("a b s S x i I n - -- _ xn-- @ / : ; , < > ( ) [ ] \" \\ 0 1 . \u3002 \uFF0E \uFF61 \u2024 \uFE12 \uFE52 \u2100 \u33C2"
                            + " \u00DF \u1E9E \u03C2 \u03C3 \u03A3 \u0130 \u0131 \u0307 \u0301 \u0345 \u1FB3 \u1E9A \u0149 \u0587 \u01C5 \uFB01"
                            + " \u017F \u212A \u2126 \u00B5 \uFF41 \uFF21 \uFF0D \u2460 \u00BD \u04C0 \u04CF \u10A0 \u2D00 \u1C90 \u10D0 \u2132"
                            + " \u2183 \u13A0 \uAB70 \u00E9 \u00C9 \u0634 \u05D0 \u0915 \u094D \u200C \u200D \u09CE \u0D7B \u1806 \u180E \u115F"
                            + " \u3164 \uFFA0 \uFF5E \u2044 \u2260 \u00AD \u034F \u180B \u200B \u2060 \uFE0F \uFEFF \u200E \u202E \u2066 \u061C"
                            + " \u0000 \r \u0085 \u2028 \u00A0 \u3000 \uD800 \uDC00 \uE000 \uFFFD \uFFFE \u0378 \u2FF0 \uF900 \uD87E\uDC68"
                            + " \uD83D\uDE00 \u2764 \uD83C\uDFFD \uDB40\uDC61 \uDB40\uDD00 \uD835\uDC1A")
                    .split(" "));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u1806b",
                "a\uFE12b",
                "a\u2024b",
                "a b",
                "a\u00A0\u00E9",
                "\u00E9\u200E",
                "\u00E9\u202E",
                "a\u3164\u00E9",
                "\u115F\u1160",
                "\u00AD",
                "xn--\u00DF",
                "xn--\u00E9",
                "\u10A0\u10A1",
                "\u2132",
                "\u0915\u094D\u200D\u0937",
                "\u0646\u200C\u0627",
                "\u0634a",
                "\u00E9\uD800",
                "\u00E9\uE000",
                "\u00E9\u0378",
                "\u00E9\uDB40\uDC61",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "[127.0.0.1]",
                "[IPv6:::1]",
                "a\r\nRCPT TO:<x"
            })
    void refusesWhatIsNoNameOrCannotBeKept(String label) {
        assertThat(DomainName.ascii(label + ".example")).isNull();
        assertThat(DomainName.ascii("a." + label)).isNull();
    }

    /** Sixty-three bytes as written in ASCII, 253 in all: a final dot is none of them. */
    @ParameterizedTest
    @CsvSource({"63, 1, 1, true", "64, 1, 1, false", "61, 4, 5, true", "61, 4, 6, false"})
    void labelsAndNamesHaveTheirLengths(int length, int labels, int last, boolean isName) {
        String name = ("a".repeat(length) + ".").repeat(labels) + "x".repeat(last);
        assertThat(DomainName.ascii(name) != null).isEqualTo(isName);
        assertThat(DomainName.ascii(name + ".") != null).isEqualTo(isName);
    }

    @Test
    void aLabelIsAsLongAsItIsWritten() {
        String longest = "\u00E9" + "a".repeat(63 - "xn---9ja".length());
        assertThat(DomainName.ascii(longest)).hasSizeBetween(62, 63);
        assertThat(DomainName.ascii("\u00E9".repeat(63))).isNull();
        assertThat(DomainName.ascii("a\u00AD".repeat(40))).isNull();
        assertThat(DomainName.ascii("\uFDFA".repeat(60))).isNull();
    }

    @Test
    void whatIsTakenDiffersFromWhatWasTypedInCaseAndFormAlone() {
        Random random = new Random(SEED);
        int taken = 0;
        for (int round = 0; round < Rounds.of(50_000, 2_000_000); round++) {
            String typed = drawn(random);
            String ascii = DomainName.ascii(typed);
            if (ascii != null) {
                taken++;
                assertIsTheSame(typed, ascii, "seed " + SEED + ", round " + round + ", " + escaped(typed));
            }
        }
        assertThat(taken).as("seed %d", SEED).isGreaterThan(5_000);
    }

    private static String drawn(Random random) {
        StringBuilder typed = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            typed.append(SIGNS.get(random.nextInt(SIGNS.size())));
        }
        return typed.toString();
    }

    private static void assertIsTheSame(String typed, String ascii, String round) {
        String bare = typed.replaceAll(LEFT_OUT, "").replaceAll("[.\u3002\uFF0E\uFF61]$", "");
        assertThat(ascii).as(round).matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
        // An encoded label is somebody's word already.
        if (!Normalizer.normalize(typed, Normalizer.Form.NFKC).contains("xn--")) {
            String read = Punycoded.read(ascii);
            assertThat(folded(read)).as(round).isEqualTo(folded(bare));
            assertThat(kept(read)).as(round).isEqualTo(kept(bare));
            assertThat(Normalizer.isNormalized(read, Normalizer.Form.NFC))
                    .as(round)
                    .isTrue();
            assertThat(DomainName.ascii(read)).as(round).isEqualTo(ascii);
        }
    }

    private static FoldedText folded(String name) {
        return FoldedText.of(name.replaceAll("[\u3002\uFF0E\uFF61]", "."));
    }

    /** The letters that the first edition replaced, or that a capital does not tell. */
    private static String kept(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[^\u00DF\u1E9E\u03C2\u0131\u200C\u200D]", "");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format(java.util.Locale.ROOT, "%04X ", c)));
        return escaped.toString();
    }
}
