package dev.ticketkit.core.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Contact;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people type and paste them: one line, one member of the kind. Which of them live, the mail finds out. */
@Tag("R8")
class ContactEmailsTest {
    /** What is typed, and what is kept of it; nothing for none. */
    private static final String TAKEN = """
            # as they are
            anna@example.org            ~ anna@example.org
            Anna.O'Brien+desk=x@Example.ORG ~ Anna.O'Brien+desk=x@Example.ORG
            a@b                         ~ a@b
            root@localhost              ~ root@localhost
            user%host@relay.example     ~ user%host@relay.example
            a?b@example.org             ~ a?b@example.org
            # not by the book, and there is somebody at home
            a..b@docomo.example         ~ a..b@docomo.example
            a.@docomo.example           ~ a.@docomo.example
            .a@docomo.example           ~ .a@docomo.example
            anna@example.org.           ~ anna@example.org.
            anna@exa_mple.org           ~ anna@exa_mple.org
            anna@[192.0.2.1]            ~ anna@[192.0.2.1]
            anna(home)@example.org      ~ anna(home)@example.org
            # other scripts
            anna@m\u00FCnchen.example   ~ anna@m\u00FCnchen.example
            \u0430\u043D\u043D\u0430@\u043F\u0440\u0438\u043C\u0435\u0440.example ~ \u0430\u043D\u043D\u0430@\u043F\u0440\u0438\u043C\u0435\u0440.example
            anna@xn--mnchen-3ya.example ~ anna@xn--mnchen-3ya.example
            \uFF41\uFF4E\uFF4E\uFF41\uFF20\uFF45\uFF58\uFF0E\uFF4F\uFF52\uFF47 ~ anna@ex.org
            anna\uFF20example.org       ~ anna@example.org
            # what surrounds them
            `  anna@example.org  `      ~ anna@example.org
            `\u00A0anna@example.org\r\n` ~ anna@example.org
            \u200Banna@example.org\uFEFF ~ anna@example.org
            \u202Aanna@example.org\u202C ~ anna@example.org
            mailto:anna@example.org     ~ anna@example.org
            ` MAILTO: anna@example.org ` ~ anna@example.org
            mailto:mailto:anna@example.org ~ anna@example.org
            mailto:anna@example.org?subject=Hello%20there ~ anna@example.org
            mailto:anna%2Bdesk@example.org ~ anna+desk@example.org
            mailto:anna%40example.org?cc=b@example.org ~ anna@example.org
            mailto:anna+desk@example.org ~ anna+desk@example.org
            mailto:100%anna@example.org ~ 100%anna@example.org
            mailto:m%C3%BCller@example.org ~ m\u00FCller@example.org
            # not in the code of links: of another one nobody knows which
            mailto:m%FCller@example.org ~ m%FCller@example.org
            # an address behind the question mark
            mailto:?to=anna@example.org ~ anna@example.org
            mailto:?subject=a%26b&TO=anna%40example.org&cc=b@example.org ~ anna@example.org
            mailto:bob@example.org?to=anna@example.org ~ bob@example.org
            # none
            mailto:?subject=hello       ~
            ``                          ~
            `  `                        ~
            `\u00A0\u200B`              ~
            mailto:                     ~
            """;

    static final List<String> REFUSED = List.of(
            "anna",
            "anna@",
            "@example.org",
            "@",
            "anna at example.org",
            "anna@@example.org",
            "anna@example.org@example.net",
            "anna@example.org, bob@example.org",
            "anna@example.org;bob@example.org",
            "anna@example.org;",
            "mailto:anna@example.org,bob@example.org",
            "mailto:anna%2Cbob@example.org",
            "mailto:?to=anna@example.org,bob@example.org",
            "<anna@example.org>",
            "Anna <anna@example.org>",
            "\"Rossi, Anna\" <anna@example.org>",
            "anna@example.org (Anna)",
            "\"anna rossi\"@example.org",
            "\"anna\"@example.org",
            "anna rossi@example.org",
            "anna\u00A0rossi@example.org",
            "anna\u3000rossi@example.org",
            "anna@exam\u2003ple.org",
            "anna@example.org\nBcc: bob@example.org",
            "mailto:anna@example.org%0D%0ABcc:%20bob@example.org",
            "n/a");

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = TAKEN)
    void anAddressIsKeptWithoutWhatSurroundsIt(String typed, String kept) {
        assertThat(Contacts.email(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void allElseIsRefusedAndSaysWhatIsWanted(String typed) {
        Contacts.refused(
                Contact.of("c", "Anna").withEmail(typed),
                "contact.email: must be one address such as anna@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an\u200Bna@example.org",
                "an\u202Ena@example.org",
                "anna@exam\u00ADple.org",
                "anna@example\u2028.org",
                "an\u0000na@example.org",
                "mailto:an%00na@example.org",
                "an\uD800na@example.org"
            })
    void whatCannotBeSeenIsRefused(String typed) {
        Contacts.refused(Contact.of("c", "Anna").withEmail(typed), "contact.email: must not hold control or invisible");
    }

    @Test
    void anAddressIsAsLongAsItsMailboxes() {
        for (int local : new int[] {64, 65, 128, 242}) {
            String typed = "a".repeat(local) + "@example.org";
            assertThat(Contacts.email(typed)).isEqualTo(typed);
        }
        Contacts.refused(
                Contact.of("c", "Anna").withEmail("a".repeat(243) + "@example.org"),
                "contact.email: must have between 0 and 254 characters");
        Contacts.refused(
                Contact.of("c", "Anna").withEmail("mailto:".repeat(100_000) + "a@b"),
                "contact.email: must have between");
    }
}
