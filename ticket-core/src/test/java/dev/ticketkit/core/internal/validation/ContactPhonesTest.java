package dev.ticketkit.core.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Contact;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Phones as people type them and systems send them: one line, one member of the kind. */
@Tag("R8")
class ContactPhonesTest {
    /** What is typed, and what is kept of it; nothing for none. */
    private static final String TAKEN = """
            # as it is kept, at its shortest and longest
            +390612345678               ~ +390612345678
            +39                         ~ +39
            +123456789012345            ~ +123456789012345
            # what stands between digits
            +39 06 123                  ~ +3906123
            +39-06-123                  ~ +3906123
            +39.06.123                  ~ +3906123
            +39 06/1234567              ~ +39061234567
            +39 06\u20131234567         ~ +39061234567
            +39\u00A006\u00A0123        ~ +3906123
            +39\u202F06\u2009123        ~ +3906123
            +39\u201106\u2212123        ~ +3906123
            +81\u30FC3\u30FC1234\u30FC5678 ~ +81312345678
            +81\uFF703\uFF701234\uFF705678 ~ +81312345678
            +39 06\u00AD123             ~ +3906123
            `+39\t06\n123`              ~ +3906123
            `  +39 06 123  `            ~ +3906123
            + 39 06 123                 ~ +3906123
            # brackets
            (+39) 06 123                ~ +3906123
            +(39) 06 123                ~ +3906123
            +39 (06) 123                ~ +3906123
            +39 [06] 123                ~ +3906123
            +1 (555) 010-0199           ~ +15550100199
            \uFF0B81\uFF08\uFF13\uFF091234\uFF0D5678 ~ +81312345678
            # the nought that is dialled inside a country alone, and where it is not
            +39 (0)6 123                ~ +3906123
            +44 (0)20 7946 0958         ~ +442079460958
            +44 [0]20 7946 0958         ~ +442079460958
            +44 (020) 7946 0958         ~ +442079460958
            +49 (030) 1234567           ~ +49301234567
            (0049) (030) 1234567        ~ +49301234567
            +86(010)12345678            ~ +861012345678
            +39 (0549) 123456           ~ +390549123456
            +229 (0)1 90 01 02 03       ~ +2290190010203
            +44 20 (0794) 6095          ~ +442007946095
            +241 (0)11 44 12 34         ~ +24111441234
            +226 (01) 23 45 67          ~ +22601234567
            # a nought that is the end of the country's own code
            +38 (044) 123-45-67         ~ +380441234567
            +38(067)1234567             ~ +380671234567
            0038 (0) 50 123 45 67       ~ +380501234567
            +380 (044) 123-45-67        ~ +380441234567
            # what else is dialled inside a country alone
            +36 (06) 30 123 4567        ~ +36301234567
            +36 (06-1) 234-5678         ~ +3612345678
            +36 (30) 123 4567           ~ +36301234567
            +36 (66) 123 456            ~ +3666123456
            +52 (01) 55 1234 5678       ~ +525512345678
            +52 (01 55) 1234 5678       ~ +525512345678
            +52 (044) 55 1234 5678      ~ +525512345678
            +52 (1) 55 1234 5678        ~ +5215512345678
            +7 (8) 495 123-45-67        ~ +74951234567
            +7 (812) 123-45-67          ~ +78121234567
            +370 (8) 612 34567          ~ +37061234567
            +370 (0) 612 34567          ~ +37061234567
            +375 (8) 17 200 1234        ~ +375172001234
            +1 (8) 55 5010 199          ~ +18555010199
            # the other way to say international
            0039 06 123                 ~ +3906123
            00 39 06 123                ~ +3906123
            0039 (0)6 123               ~ +3906123
            # links and gateways of messages
            tel:+39-06-123              ~ +3906123
            TEL: +39 06 123             ~ +3906123
            `\u200Etel:+3906123`        ~ +3906123
            `\u00A0tel:+3906123`        ~ +3906123
            sms:+3906123                ~ +3906123
            callto:+3906123             ~ +3906123
            whatsapp:+14155238886       ~ +14155238886
            # digits of other scripts, and marks that come along with a copied number
            +\u0663\u0669\u0660\u0666\u0661\u0662\u0663 ~ +3906123
            \uFF0B\uFF13\uFF19\uFF10\uFF16\uFF11\uFF12\uFF13 ~ +3906123
            +\u0969\u096F\u0966\u096C123 ~ +3906123
            +\uD835\uDFD1\uD835\uDFD706123 ~ +3906123
            \u202A+39 06 123\u202C      ~ +3906123
            \u2066+39 06 123\u2069      ~ +3906123
            \u200F+39\u200E06\u061C123  ~ +3906123
            \uFEFF+39\u200B06\u2060123  ~ +3906123
            # none
            ``                          ~
            `   `                       ~
            `\u00A0\u200B`              ~
            """;

    static final List<String> REFUSED = List.of(
            // without the country
            "06 123 456",
            "39 06 123",
            "1-800-555-0199",
            "(0)39 06 123",
            "011 39 06 123",
            // a plus that says nothing
            "+",
            "00",
            "+0039 06 123",
            "+06 123",
            "++39 06 123",
            "00+39 06 123",
            // too short, too long
            "+3",
            "+1234567890123456",
            "+39 06 123456789012345678901234567890",
            // extensions
            "+39 06 123x12",
            "+39 06 123 ext. 12",
            "+39 06 123 int. 12",
            "+39 06 123#12",
            "+39 06 123,12",
            "+39 06 123 / 12",
            "tel:+39-06-123;ext=12",
            "tel:06-123;phone-context=+39",
            // a nought in brackets that is not behind the country: a switchboard, or one too many
            "+49 89 12345-(0)",
            "+44 20 (0) 7946 0958",
            "+44 (0)20 (0)7946 0958",
            // several
            "+39 06 123 / +39 06 124",
            "+39 06 123; +39 06 124",
            "+39/06/1234567",
            // letters and other signs
            "+1 800 FLOWERS",
            "+39 O6 123",
            "Tel. +39 06 123",
            "sip:+3906123@example.org",
            "fax:+3906123",
            "+39 06 123 (home)",
            "+39 06 123 *1",
            "'+3906123",
            "+39_06_123",
            "+39 06 12\u00B3",
            "+39 06 \u2461",
            "+39 06 123\u0000",
            "+39 06 123\uD83D",
            "n/a",
            "-",
            "()",
            "unknown");

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = TAKEN)
    void aNumberIsKeptAsE164(String typed, String kept) {
        assertThat(Contacts.phone(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void allElseIsRefusedAndSaysWhatIsWanted(String typed) {
        Contacts.refused(
                Contact.of("c", "Anna").withPhone(typed),
                "contact.phone: must be an international number such as +39 06 1234567:"
                        + " with + or 00 and the country, without extension");
    }
}
