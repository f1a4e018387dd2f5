package dev.ticketkit.core.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Contact;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Languages as systems write them: one line, one member of the kind. */
@Tag("R8")
class ContactLanguagesTest {
    /** What is typed, and what is kept of it; nothing for none. */
    private static final String TAKEN = """
            # tags, in any case
            it                          ~ it
            IT                          ~ it
            it-IT                       ~ it-IT
            it_IT                       ~ it-IT
            IT-it                       ~ it-IT
            zh_Hans_CN                  ~ zh-Hans-CN
            zh-hans-cn                  ~ zh-Hans-CN
            es-419                      ~ es-419
            de-CH-1996                  ~ de-CH-1996
            ca-ES-valencia              ~ ca-ES-valencia
            `  it-IT\t`                 ~ it-IT
            \uFEFFit-IT\u200E           ~ it-IT
            # POSIX
            en_US.UTF-8                 ~ en-US
            pt_BR@euro                  ~ pt-BR
            it_IT.ISO8859-15@euro       ~ it-IT
            sr_RS.UTF-8@latin           ~ sr-Latn-RS
            # Java, Android, Apple, .NET, ICU
            zh_TW_#Hant                 ~ zh-Hant-TW
            b+sr+Latn                   ~ sr-Latn
            pt-rBR                      ~ pt-BR
            zh-CHT                      ~ zh-Hant
            en_US_POSIX                 ~ en-US-POSIX
            en_US@calendar=gregorian;numbers=latn ~ en-US
            de-DE-u-co-phonebk          ~ de-DE-u-co-phonebk
            en-US-u-fw-mon-mu-celsius   ~ en-US
            it-IT-u-ca-gregory-fw-mon-hc-h23-nu-latn ~ it-IT
            ja_JP_JP_#u-ca-japanese     ~ ja-JP
            # older codes, and those of three letters where there is one of two
            iw                          ~ he
            iw_IL                       ~ he-IL
            in                          ~ id
            ji                          ~ yi
            i-klingon                   ~ tlh
            zh-min-nan                  ~ nan
            ita                         ~ it
            ENG_us                      ~ en-US
            ger-DE                      ~ de-DE
            heb                         ~ he
            fil                         ~ fil
            gsw_CH                      ~ gsw-CH
            # names no language
            ``                          ~
            `   `                       ~
            C                           ~
            C.UTF-8                     ~
            POSIX                       ~
            und                         ~
            und-IT                      ~
            und_Latn_IT                 ~
            root                        ~
            *                           ~
            """;

    static final List<String> REFUSED = List.of(
            "i",
            "x-private",
            "_IT",
            "it-",
            "it_",
            "it--IT",
            "-it",
            "it IT",
            "it/IT",
            "it\u2013IT",
            "12",
            "1040",
            "it-IT,it;q=0.9",
            "it;q=0.9",
            "it_IT:en",
            "italiano molto",
            "italian",
            "Italian_Italy.1252",
            "undefined",
            "null",
            "\uFF49\uFF54",
            "\u0438\u0442",
            "it\u0000",
            "it-aaaaa-bbbbb-ccccc-ddddd-eeeee");

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = TAKEN)
    void aLanguageIsKeptAsATag(String typed, String kept) {
        assertThat(Contacts.language(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void allElseIsRefusedAndSaysWhatIsWanted(String typed) {
        Contacts.refused(
                Contact.of("c", "Anna").withLanguage(typed),
                "contact.language: must be a language tag such as it or it-IT");
    }
}
