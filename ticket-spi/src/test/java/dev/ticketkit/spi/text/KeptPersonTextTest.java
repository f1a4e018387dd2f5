package dev.ticketkit.spi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is kept is read again, whenever a ticket is: it stays as it is, whatever was typed, also where that is refused later. Texts are made of
 * pieces that each mean something.
 */
@Tag("R8")
class KeptPersonTextTest {
    private static final long SEED = 20_261_213L;
    private static final int ROUNDS = 40_000;

    private static final List<String> PHONE = List.of(
            "+",
            "00",
            "39",
            "44",
            "(0)",
            "(0",
            "(020)",
            ")",
            "[0]",
            "/",
            "tel:",
            "sms:",
            "whatsapp:",
            "1234567",
            "0",
            " ",
            "\u00A0",
            "\u200E",
            "\u2013",
            "\u30FC",
            "\uFF0B",
            "\uFF13",
            "\u0663",
            "x",
            ";ext=",
            ",");

    private static final List<String> EMAIL = List.of(
            "anna",
            "@",
            "\uFF20",
            "example.org",
            "mailto:",
            "MAILTO:",
            "mailto%3A",
            "\uFF4Dailto:",
            "?",
            "subject=x",
            "%40",
            "%2B",
            "%3C",
            "%20",
            "%",
            "%25",
            "<",
            ">",
            " ",
            "\u00A0",
            "\u200B",
            "\u3000",
            ".",
            "..",
            ",",
            "\"",
            "\uFF1A",
            "\u00FC",
            "\uD800");

    private static final List<String> LANGUAGE =
            List.of(("it;IT;iw;in;zh;ita;ger;und;C;*;no;nynorsk;Hans;Latn;CN;419;POSIX;_;_;-;-;-;#;b+;+;-r;"
                            + ".;UTF-8;@;latin;euro;=;u-ca-gregory;u-co-phonebk;x-private;x;1996;lojban;art;i;klingon; ;\u200B")
                    .split(";", -1));

    @Test
    void aPhoneStays() {
        stays(PHONE, PersonText::phone);
    }

    @Test
    void anAddressStays() {
        stays(EMAIL, PersonText::email);
    }

    @Test
    void aLanguageStays() {
        stays(LANGUAGE, PersonText::language);
    }

    private static void stays(List<String> pieces, UnaryOperator<String> kept) {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                typed.append(pieces.get(random.nextInt(pieces.size())));
            }
            String once = kept.apply(typed.toString());
            assertThat(kept.apply(once))
                    .as("seed %d, round %d, %s", SEED, round, typed)
                    .isEqualTo(once);
        }
    }
}
