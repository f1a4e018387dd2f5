package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F52")
class DomainNameTest {
    private static final long SEED = 20_261_129L;

    /** Small letters of several scripts that both editions of internationalised names keep as they are. */
    private static final String LETTERS = "abcxyz019äéñøłđæþαβγδωабвгдяאבגדगघङあいう一二三龍한글";

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org",
        "Example.ORG., example.org",
        "münchen.example, xn--mnchen-3ya.example",
        "MÜNCHEN.example, xn--mnchen-3ya.example",
        "ｅｘａｍｐｌｅ．org, example.org",
        "例子。测试, xn--fsqu00a.xn--0zwm56d",
        "xn--strae-oqa.example, xn--strae-oqa.example",
        "localhost, localhost"
    })
    void writesInAscii(String typed, String ascii) {
        assertThat(DomainName.ascii(typed)).isEqualTo(ascii);
    }

    /** The examples of Unicode's own table of deviations (UTS 46). */
    @ParameterizedTest
    @CsvSource({
        "straße.example, xn--strae-oqa.example",
        "Straße.example, xn--strae-oqa.example",
        "faß.de, xn--fa-hia.de",
        "βόλος.com, xn--nxasmm1c.com",
        "ΒΌΛΟς.com, xn--nxasmm1c.com",
        "münchen.straße.example, xn--mnchen-3ya.xn--strae-oqa.example"
    })
    void keepsLettersThatTheFirstEditionReplaced(String typed, String ascii) {
        assertThat(DomainName.ascii(typed)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "example..org",
                ".example.org",
                "example.org..",
                "exam ple.org",
                "exa@mple.org",
                "[127.0.0.1]",
                "exam\u200bple\u202e.org,x",
                "exa\u2024mple.org",
                "\u2100.example",
                "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com",
                "\u0dc1\u0dca\u200d\u0dbb\u0dd3.com",
                "nam\u200de.example",
                "STRA\u1e9eE.example",
                "\u04c0.example",
                "stra\u00dfe\u0000.example",
                "stra\u00dfe .example",
                "stra\u00dfe,x.example",
                "stra\u00dfe\u202e.example"
            })
    void refusesWhatIsNoNameOrMayBeAnothers(String typed) {
        assertThat(DomainName.ascii(typed)).isNull();
    }

    @Test
    void encodesAsThePlatformDoesWhereBothEditionsAgree() {
        Random random = new Random(SEED);
        int[] letters = LETTERS.codePoints().toArray();
        for (int round = 0; round < 2_000; round++) {
            StringBuilder label = new StringBuilder("é");
            for (int i = random.nextInt(12); i > 0; i--) {
                label.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            assertThat("xn--" + Punycode.encode(label.toString()))
                    .as("seed %d, round %d, %s", SEED, round, label)
                    .isEqualTo(platform(label.toString()));
        }
    }

    /** The platform refuses words of both directions in one label; the encoding itself has nothing against them. */
    private static String platform(String label) {
        try {
            return IDN.toASCII(label);
        } catch (IllegalArgumentException bothDirections) {
            return "xn--" + Punycode.encode(label);
        }
    }
}
