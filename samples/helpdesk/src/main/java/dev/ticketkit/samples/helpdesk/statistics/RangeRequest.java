package dev.ticketkit.samples.helpdesk.statistics;

import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What statistics are about.
 *
 * @param first day, as browsers write one; the first of this month for none
 * @param last day, included; today's month's last for none
 * @param basis {@code open} for what is in progress now, else what was opened in the range
 * @param closing {@code opened} for closing times of what was opened in the range, else of what was closed in it
 * @param category names; none for all
 */
record RangeRequest(
        @Nullable String first,
        @Nullable String last,
        @Nullable String basis,
        @Nullable String closing,
        @Nullable List<String> category) {
    /** Of the days of a month, unless others are named. */
    StatisticsQuery query(YearMonth month) {
        LocalDate from = day(first, month.atDay(1));
        LocalDate to = day(last, month.atEndOfMonth());
        return StatisticsQuery.builder()
                .days(from, to.isBefore(from) ? from : to)
                .basis(isOpenNow() ? CountBasis.OPEN_NOW : CountBasis.OPENED)
                .closing("opened".equals(closing) ? CountBasis.OPENED : CountBasis.CLOSED)
                .categories(categories().toArray(String[]::new))
                .build();
    }

    /** The first day, as it is shown. */
    LocalDate firstDay(YearMonth month) {
        return day(first, month.atDay(1));
    }

    /** The last day, as it is shown. */
    LocalDate lastDay(YearMonth month) {
        return day(last, month.atEndOfMonth());
    }

    /** Whether it is about what is in progress now. */
    public boolean isOpenNow() {
        return "open".equals(basis);
    }

    /** Whether a category is chosen. */
    public boolean has(String name) {
        return categories().contains(name);
    }

    private List<String> categories() {
        return Objects.requireNonNullElse(category, List.of());
    }

    /** What is no day, or none of our time, is not asked for. */
    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2999 ? otherwise : day;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
