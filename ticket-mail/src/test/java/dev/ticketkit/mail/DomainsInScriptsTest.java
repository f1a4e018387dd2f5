package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.net.IDN;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a name is typed, mail goes to that name and to no other. */
@Tag("F52")
class DomainsInScriptsTest {
    private static final long SEED = 20_261_130L;

    /** Names that are or were in use, by their registries' own word. */
    @ParameterizedTest
    @CsvSource({
        "例え.テスト, xn--r8jz45g.xn--zckzah",
        "مثال.إختبار, xn--mgbh0fb.xn--kgbechtv",
        "مثال.آزمایشی, xn--mgbh0fb.xn--hgbk6aj7f53bba",
        "उदाहरण.परीक्षा, xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g",
        "παράδειγμα.δοκιμή, xn--hxajbheg2az3al.xn--jxalpdlp",
        "ΠΑΡΆΔΕΙΓΜΑ.ΔΟΚΙΜΉ, xn--hxajbheg2az3al.xn--jxalpdlp",
        "пример.испытание, xn--e1afmkfd.xn--80akhbyknj4f",
        "例子.測試, xn--fsqu00a.xn--g6w251d",
        "실례.테스트, xn--9n2bp8q.xn--9t4b11yi5a",
        "உதாரணம்.பரிட்சை, xn--zkc6cc5bi7f6e.xn--hlcj6aya9esc7a",
        "fußball.example, xn--fuball-cta.example",
        "ΒΌΛΟΣ.com, xn--nxasmq6b.com",
        "βόλος.com, xn--nxasmm1c.com",
        "i❤️.ws, xn--i-7iq.ws",
        "💩.la, xn--ls8h.la"
    })
    void writesNamesInUseAsTheirRegistriesDo(String typed, String ascii) {
        assertThat(DomainName.ascii(typed)).isEqualTo(ascii);
    }

    /** Letters of today's spelling that came after the first edition of internationalised names. */
    @ParameterizedTest
    @CsvSource({"বিদ্যুৎ", "မြန်မာ", "ഞങ്ങൾ", "ᏣᎳᎩ", "ⱥⱦ", "ߒߞߏ", "😀"})
    void writesLettersThatCameLater(String name) {
        assertThat(Punycoded.read(DomainName.ascii(name + ".example"))).isEqualTo(name + ".example");
    }

    @ParameterizedTest
    @CsvSource({
        "İstanbul, i̇stanbul",
        "İstanbulß, i̇stanbulß",
        "I\u0307stanbul\u00AD\u00DF, i̇stanbulß",
        "ISTANBUL, istanbul",
        "ıstanbul, ıstanbul",
        "ＡＮＮＡ, anna",
        "ǅ, dž",
        "ﬁn\u00AD, fin",
        "ᾳ, αι",
        "ꭰꭱ, ᎠᎡ",
        "ϲοφια, σοφια",
        "\uD87E\uDC68, 㛼",
        "葛\uDB40\uDD00城, 葛城"
    })
    void namesAreSmallAndInNormalForm(String typed, String name) {
        assertThat(Punycoded.read(DomainName.ascii(typed + ".example"))).isEqualTo(name + ".example");
    }

    @Test
    void everyWayToTypeANameLeadsToItAndToNoOther() {
        Random random = new Random(SEED);
        TypedDomains domains = new TypedDomains(random);
        Map<String, String> names = new HashMap<>();
        for (int round = 0; round < Rounds.of(20_000, 1_000_000); round++) {
            String name = domains.name();
            String typed = domains.typed(name);
            String ascii = DomainName.ascii(typed);

            assertThat(ascii)
                    .as("seed %d, round %d, %s for %s", SEED, round, typed, name)
                    .isNotNull();
            assertThat(Punycoded.read(ascii))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(name);
            assertThat(names.computeIfAbsent(ascii, any -> name))
                    .as("seed %d", SEED)
                    .isEqualTo(name);
            assertThat(ascii).as("seed %d, round %d, %s", SEED, round, name).isEqualTo(platform(name, ascii));
        }
    }

    /** What the platform writes where it knows all letters and replaces none of them. */
    private static String platform(String name, String otherwise) {
        try {
            String ascii = IDN.toASCII(name);
            return IDN.toUnicode(ascii).equals(name) ? ascii : otherwise;
        } catch (IllegalArgumentException newerLetters) {
            return otherwise;
        }
    }
}
