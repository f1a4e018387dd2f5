package dev.ticketkit.core.template;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How one reader writes numbers, dates and times. */
final class ReaderFormats {
    private final Locale language;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateTime;

    ReaderFormats(Locale language, ZoneId zone) {
        this.language = language;
        // withLocale would translate the words and keep Latin digits.
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).localizedBy(language);
        // The zone last: a language tag may name one too.
        this.dateTime = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(language)
                .withZone(zone);
    }

    String format(FieldValue value) {
        return switch (value.type()) {
            case TEXT -> (String) value.value();
            case NUMBER -> number((BigDecimal) value.value());
            case DATE -> date.format((LocalDate) value.value());
            case DATE_TIME -> dateTime.format((Instant) value.value());
        };
    }

    private String number(BigDecimal number) {
        // Made anew because it is not thread-safe.
        NumberFormat format = NumberFormat.getNumberInstance(language);
        int decimals = Math.max(number.scale(), 0);
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(decimals);
        return format.format(number);
    }
}
