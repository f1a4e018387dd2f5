package dev.ticketkit.spi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R8")
class PersonTextTest {
    private static final long SEED = 20_261_129L;

    /** What stands between digits in the numbers of people, forms and address books. */
    private static final List<String> BETWEEN = List.of(
            "", " ", "  ", "-", ".", "\u00A0", "\u2009", "\u202F", "\u2011", "\u2013", "\u2212", "\u00B7", "\u200E",
            "\u200B", "\uFEFF", "\u202A", "\u202C", "\t", "(", ")", "\uFF08", "\uFF09", "\uFF0D", "\uFF0E", " - ", ") ",
            " (");

    @ParameterizedTest
    @CsvSource({
        "+39 06 123",
        "+39-06-123",
        "+39.06.123",
        "(+39) 06 123",
        "+(39)06123",
        "+39 (06) 123",
        "+39 (0)6 123",
        "0039 (0)6 123",
        "0039 06 123",
        "00 39 06 123",
        "' +3906123 '",
        "tel:+39-06-123",
        "TEL:+3906123",
        "\u202A+39 06 123\u202C",
        "\uFF0B\uFF13\uFF19\uFF10\uFF16\uFF11\uFF12\uFF13",
        "+\u0663\u0669\u0660\u0666\u0661\u0662\u0663"
    })
    void aNumberIsOneHoweverItIsWritten(String typed) {
        assertThat(PersonText.phone(typed)).isEqualTo("+3906123");
    }

    @ParameterizedTest
    @CsvSource({
        "+44 (0)20 7946 0958, +442079460958",
        "+49 (0) 30/1234567, +49301234567",
        "+1 (555) 010-0199, +15550100199",
        "+225 (0)7 01 02 03 04, +2250701020304",
        "+39, +39"
    })
    void takesTheNoughtOfACountryAsThatCountryDials(String typed, String kept) {
        assertThat(PersonText.phone(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 123 456",
                "39 06 123",
                "+06 123",
                "++39 06 123",
                "+39 06 123 +39 06 124",
                "+39 06 123 / 124",
                "+39 06 123/4567/89",
                "+39 06 123 ext. 4",
                "+39 06 123x4",
                "+39 06 123;ext=4",
                "+39 06 123, 4",
                "+1 800 FLOWERS",
                "+3906123456789012",
                "+39 06 *1#",
                "011 39 06 123",
                "+",
                "00",
                "+0039 06 123"
            })
    void guessesNoNumber(String typed) {
        assertThat(PersonText.phone(typed)).isEqualTo(typed);
    }

    @Test
    void anySeparatorsLeaveTheDigits() {
        Random random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder typed = new StringBuilder(random.nextBoolean() ? "+" : "00");
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < 2 + random.nextInt(13); i++) {
                // No lone nought or eight in brackets: those are signs of their own.
                int digit = "12345679".charAt(random.nextInt(8)) - '0';
                digits.append(digit);
                typed.append(BETWEEN.get(random.nextInt(BETWEEN.size()))).append(digit);
            }
            assertThat(PersonText.phone(typed.toString()))
                    .as("seed %d, round %d, %s", SEED, round, typed)
                    .isEqualTo(typed.length() > 100 ? typed.toString() : "+" + digits);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "it, it",
        "it-IT, it-IT",
        "it_IT, it-IT",
        "IT_it, it-IT",
        "' it ', it",
        "en_US.UTF-8, en-US",
        "en_US.ISO8859-1, en-US",
        "de_DE@euro, de-DE",
        "de_DE.UTF-8@euro, de-DE",
        "de@collation=phonebook, de",
        "sr_RS@latin, sr-Latn-RS",
        "uz_UZ.UTF-8@cyrillic, uz-Cyrl-UZ",
        "zh_Hans_CN, zh-Hans-CN",
        "zh-Hans_CN, zh-Hans-CN",
        "zh_TW_#Hant, zh-Hant-TW",
        "sr__#Latn, sr-Latn",
        "zh-CHS, zh-Hans",
        "zh-CHT, zh-Hant",
        "b+sr+Latn, sr-Latn",
        "zh-rTW, zh-TW",
        "no_NO_NY, nn-NO",
        "th_TH_TH_#u-nu-thai, th-TH",
        "ja_JP_JP, ja-JP",
        "es_419, es-419",
        "iw_IL, he-IL",
        "in, id",
        "fil, fil"
    })
    void aLanguageIsOneHoweverASystemWritesIt(String typed, String tag) {
        assertThat(PersonText.language(typed)).isEqualTo(tag);
    }

    static Stream<Locale> locales() {
        return Stream.of(Locale.getAvailableLocales())
                .filter(locale -> !locale.getLanguage().isEmpty());
    }

    /** Every locale a Java host can have, in both of the ways it prints itself. */
    @ParameterizedTest
    @MethodSource("locales")
    void knowsTheLocalesOfJava(Locale locale) {
        String tag = String.valueOf(PersonText.language(locale.toLanguageTag()));
        assertThat(Locale.forLanguageTag(tag).getLanguage())
                .isEqualTo(Locale.forLanguageTag(locale.toLanguageTag()).getLanguage());
        assertThat(Locale.forLanguageTag(String.valueOf(PersonText.language(locale.toString())))
                        .stripExtensions())
                .isIn(Locale.forLanguageTag(tag).stripExtensions(), new Locale("ja", "JP"), new Locale("th", "TH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"i", "italiano molto", "it-", "12", "it_", "it,en;q=0.5", "_IT", "it__", "it IT", "it/IT"})
    void guessesNoLanguage(String typed) {
        assertThat(PersonText.language(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0", "\u200B", "\uFEFF \u3000"})
    void blankIsNone(String typed) {
        assertThat(PersonText.phone(typed)).isNull();
        assertThat(PersonText.email(typed)).isNull();
        assertThat(PersonText.language(typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "und", "root"})
    void aSystemWithoutALanguageHasNone(String typed) {
        assertThat(PersonText.language(typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                " anna@example.org ",
                "\u00A0anna@example.org\r\n",
                "\u200Banna@example.org\uFEFF",
                "mailto:anna@example.org",
                " MAILTO: anna@example.org"
            })
    void anAddressIsWithoutWhatSurroundsIt(String typed) {
        assertThat(PersonText.email(typed)).isEqualTo("anna@example.org");
    }

    @Test
    void whatIsKeptStaysAsItIs() {
        for (String kept : List.of("+390612345678", "+39", "+123456789012345")) {
            assertThat(PersonText.phone(kept)).isSameAs(kept);
        }
        for (String kept : List.of("it", "it-IT", "sr-Latn-RS", "de-DE-u-co-phonebk")) {
            assertThat(PersonText.language(kept)).isEqualTo(kept);
        }
    }
}
