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
        "a@münchen.example, a@xn--mnchen-3ya.example"
    })
    void readsOneAddress(String text, String address) {
        assertThat(MailAddress.parse(text)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " olga@example.org",
                "olga@example.org ",
                "olga@@example.org",
                "olga@example.org@example.net",
                "@example.org",
                "olga@",
                ".olga@example.org",
                "olga.@example.org",
                "ol..ga@example.org",
                "\"olga x\"@example.org",
                "olga(comment)@example.org",
                "olga@example..org",
                "olga@.example.org",
                "olga@-example.org",
                "olga@example.org.",
                "olga@[127.0.0.1]",
                "olga@exa_mple.org",
                "a@b.example;c@d.example",
                "group:olga@example.org;",
                "@relay.example:olga@example.org",
                "ölga@example.org",
                "olga@example.org\u0000",
                "olga@example.org\t",
                "olga@example\u2028.org",
                "olga@exam\u200bple\u202e.org,x"
            })
    void refusesAllElse(String text) {
        assertThat(MailAddress.parse(text)).isNull();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(MailAddress.parse("a".repeat(64) + "@example.org")).isNotNull();
        assertThat(MailAddress.parse("a".repeat(65) + "@example.org")).isNull();
        assertThat(MailAddress.parse("a@" + "b".repeat(64) + ".org")).isNull();
        assertThat(MailAddress.parse("a@" + "b.".repeat(130) + "org")).isNull();
        assertThat(MailAddress.parse("a".repeat(1_000_000))).isNull();
    }
}
