package dev.ticketkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F52")
class MailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "olga@example.org, olga@example.org",
        "Olga.O'Brien+desk=x@Mail.Example.ORG, Olga.O'Brien+desk=x@mail.example.org",
        "root@localhost, root@localhost",
        "a@münchen.example, a@xn--mnchen-3ya.example",
        "ölga@example.org, ölga@example.org",
        "用户@例子.example, 用户@xn--fsqu00a.example",
        "दिल्ली@example.org, दिल्ली@example.org"
    })
    void readsOneAddress(String text, String address) {
        assertThat(MailAddress.parse(text)).isEqualTo(address);
    }

    /** No rule allows them, and there is somebody at home. */
    @ParameterizedTest
    @CsvSource({
        "a..b@docomo.example, '\"a..b\"@docomo.example'",
        "a.@docomo.example, '\"a.\"@docomo.example'",
        ".a@docomo.example, '\".a\"@docomo.example'",
        "...@docomo.example, '\"...\"@docomo.example'",
        "' olga@example.org', olga@example.org",
        "'olga@example.org ', olga@example.org",
        "'\u00A0olga@example.org\r\n', olga@example.org",
        "'\u200Bolga@example.org\uFEFF\t', olga@example.org",
        "mailto:olga@example.org, olga@example.org",
        "olga@example.org., olga@example.org",
        "olga@EXAMPLE.org。, olga@example.org",
        "olga@exa_mple.org, olga@exa_mple.org",
        "olga@-example.org, olga@-example.org",
        "olga@example-.org, olga@example-.org"
    })
    void readsAddressesThatLive(String text, String address) {
        assertThat(MailAddress.parse(text)).isEqualTo(address);
    }

    @Test
    void readsLongLocalPartsOfRelays() {
        String relayed = "bounce+" + "a".repeat(200) + "@example.org";
        assertThat(MailAddress.parse(relayed)).isEqualTo(relayed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "olga@@example.org",
                "olga@example.org@example.net",
                "@example.org",
                "olga@",
                "\"olga x\"@example.org",
                "\"olga..x\"@example.org",
                "olga x@example.org",
                "ol\u200bga@example.org",
                "ol\u202ega@example.org",
                "ol\u0000ga@example.org",
                "ol\r\nga@example.org",
                "ol\ud800ga@example.org",
                "ol\u3000ga@example.org",
                "olga@example.org\u0000x",
                "olga@example.org..",
                "olga@.",
                "mailto:a@b.example,c@d.example",
                "olga(comment)@example.org",
                "olga@example..org",
                "olga@.example.org",
                "olga@[127.0.0.1]",
                "a@b.example;c@d.example",
                "group:olga@example.org;",
                "@relay.example:olga@example.org",
                "olga@example\u2028.org",
                "olga@exam\u200bple\u202e.org,x"
            })
    void refusesAllElse(String text) {
        assertThat(MailAddress.parse(text)).isNull();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(MailAddress.parse("a".repeat(242) + "@example.org")).isNotNull();
        assertThat(MailAddress.parse("a".repeat(243) + "@example.org")).isNull();
        assertThat(MailAddress.parse("a@" + "b".repeat(64) + ".org")).isNull();
        assertThat(MailAddress.parse("a@" + "b.".repeat(130) + "org")).isNull();
        assertThat(MailAddress.parse("a".repeat(1_000_000))).isNull();
    }
}
