package dev.ticketkit.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.error.RefusedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R26")
class FieldValueTest {
    private static final FieldValue NUMBER = FieldValue.number(new BigDecimal("-1234567.50"));
    private static final FieldValue DATE = FieldValue.date(LocalDate.of(2026, 3, 10));
    private static final FieldValue INSTANT = FieldValue.dateTime(Instant.parse("2026-03-10T20:30:15Z"));
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "it; -1.234.567,50",
                "en; -1,234,567.50",
                "es; -1.234.567,50",
                "th; -1,234,567.50",
                "th-TH-u-nu-thai; -๑,๒๓๔,๕๖๗.๕๐",
                "ar-EG; \u061C-١٬٢٣٤٬٥٦٧٫٥٠",
                "zz; -1,234,567.50",
            })
    void readerSeesNumbersOfHisLanguage(String language, String shown) {
        assertThat(shown(NUMBER, language)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "it; 10 mar 2026",
                "en; Mar 10, 2026",
                "en-GB; 10 Mar 2026",
                "es; 10 mar 2026",
                "th; 10 มี.ค. 2026",
                "th-TH-u-ca-buddhist; 10 มี.ค. 2569",
                "th-TH-u-nu-thai; ๑๐ มี.ค. ๒๐๒๖",
                "ar-EG; ١٠\u200F/٠٣\u200F/٢٠٢٦",
            })
    void readerSeesDaysOfHisLanguage(String language, String shown) {
        assertThat(shown(DATE, language)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "it; 11 mar 2026 02:15",
                "en; Mar 11 2026 2:15 AM",
                "es; 11 mar 2026 2:15",
                "th; 11 มี.ค. 2026 02:15",
                "en-u-tz-jptyo; Mar 11 2026 2:15 AM",
                "ar-EG; ١١\u200F/٠٣\u200F/٢٠٢٦ ٢:١٥ ص",
            })
    void readerSeesTimesOfHisLanguageInHisZone(String language, String shown) {
        // Java releases differ in the comma before the time.
        assertThat(shown(INSTANT, language).replaceAll("[,،]", "")).isEqualTo(shown);
    }

    @Test
    void readersLanguageIsNeverTheJvms() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(shown(DATE, "it")).isEqualTo("10 mar 2026");
            assertThat(shown(NUMBER, "it")).isEqualTo("-1.234.567,50");
            assertThat(raw(NUMBER, DATE, INSTANT)).isEqualTo("-1234567.50 2026-03-10 2026-03-10T20:30:15Z");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void textIsTheSameForAll() {
        FieldValue text = FieldValue.text("1234.5 \u0663");

        assertThat(shown(text, "ar-EG")).isEqualTo("1234.5 \u0663");
        assertThat(raw(text, text, text)).isEqualTo("1234.5 \u0663 1234.5 \u0663 1234.5 \u0663");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1E3, '1,000'", "5, 5", "5.00, 5.00", "0.000001, 0.000001", "-0.5, -0.5"})
    void numbersKeepTheirDecimals(String number, String shown) {
        assertThat(shown(FieldValue.number(new BigDecimal(number)), "en")).isEqualTo(shown);
    }

    @ParameterizedTest
    @Tag("F40")
    @ValueSource(strings = {"1e200000", "1e-200000", "1e2147483647", "1e-2147483647", "1e100", "1e-101"})
    void refusesNumbersWithEndlessDigits(String number) {
        assertRefused(() -> FieldValue.number(new BigDecimal(number)), "number");
        assertRefused(() -> FieldValue.of(FieldType.NUMBER, number), "number");
    }

    @Test
    @Tag("F40")
    void takesNumbersUpToTheLimit() {
        assertThat(FieldValue.number(new BigDecimal("1e99")).raw()).hasSize(100);
        assertThat(FieldValue.number(new BigDecimal("1e-100")).raw()).hasSize(102);
        assertRefused(() -> FieldValue.of(FieldType.NUMBER, "1".repeat(1_000_000)), "number");
    }

    @Test
    void refusesYearsNobodyMeans() {
        assertRefused(() -> FieldValue.date(LocalDate.MAX), "date");
        assertRefused(() -> FieldValue.date(LocalDate.of(0, 12, 31)), "date");
        assertRefused(() -> FieldValue.dateTime(Instant.MAX), "date-time");
        assertRefused(() -> FieldValue.dateTime(Instant.parse("0000-12-31T23:59:59Z")), "date-time");
        assertRefused(() -> FieldValue.dateTime(Instant.parse("+10000-01-01T00:00:00Z")), "date-time");
        assertThat(shown(FieldValue.dateTime(Instant.parse("9999-12-31T23:59:59Z")), "en"))
                .contains("10000");
        assertThat(FieldValue.dateTime(Instant.parse("0001-01-01T00:00:00Z")).raw())
                .isEqualTo("0001-01-01T00:00:00Z");
    }

    @Test
    void readsBackWhatItWrites() {
        for (FieldValue value : new FieldValue[] {NUMBER, DATE, INSTANT, FieldValue.text("2026-03-10")}) {
            assertThat(FieldValue.of(value.type(), value.raw()))
                    .isEqualTo(value)
                    .hasSameHashCodeAs(value);
        }
        assertThat(FieldValue.text("2026-03-10")).isNotEqualTo(DATE);
        assertThat(NUMBER).hasToString("FieldValue[NUMBER]");
    }

    @ParameterizedTest
    @EnumSource(value = FieldType.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
    void refusesToReadWhatIsNotOfTheType(FieldType type) {
        String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (String raw : new String[] {"", "NaN", "<b>", "10/03/2026", "2026-02-30", "1 000"}) {
            assertRefused(() -> FieldValue.of(type, raw), name);
        }
    }

    @Test
    void onlyTextsCanBeEmpty() {
        assertThat(FieldValue.text("").isEmpty()).isTrue();
        assertThat(FieldValue.text(" \n\u200B").isEmpty()).isTrue();
        assertThat(FieldValue.text(" x").isEmpty()).isFalse();
        assertThat(FieldValue.number(BigDecimal.ZERO).isEmpty()).isFalse();
    }

    private static void assertRefused(ThrowingCallable call, String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.field())
                .isEqualTo(field));
    }

    /** With every blank an ordinary one: newer Java releases write narrow ones before AM and PM. */
    private static String shown(FieldValue value, String language) {
        Rendering rendering = Rendering.forReader(Locale.forLanguageTag(language), KATHMANDU);
        return Template.parse("%%V%%")
                .render(FieldValues.of(Map.of("V", value)), rendering)
                .replace('\u202F', ' ')
                .replace('\u00A0', ' ');
    }

    private static String raw(FieldValue first, FieldValue second, FieldValue third) {
        return Template.parse("%%A%% %%B%% %%C%%")
                .render(FieldValues.of(Map.of("A", first, "B", second, "C", third)), Rendering.raw());
    }
}
