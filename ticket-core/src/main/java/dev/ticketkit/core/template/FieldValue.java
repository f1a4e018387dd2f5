package dev.ticketkit.core.template;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The typed value of a field. Immutable; equal by type and value. In JSON an object of {@code type} and {@code raw}; a mere text or whole
 * number is read as a value of that type; a number with decimals is written as text or object, so that no digit is lost on the way.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({"type", "raw"})
public final class FieldValue {
    /** Most digits of a number, written without an exponent. */
    public static final int MAX_DIGITS = 100;

    private static final int MAX_YEAR = 9999;

    private final FieldType type;
    private final String raw;
    private final Object value;
    private final boolean empty;

    private FieldValue(FieldType type, String raw, Object value) {
        this.type = type;
        this.raw = raw;
        this.value = value;
        this.empty = type == FieldType.TEXT && TextRule.isBlank(raw);
    }

    /** A text, empty ones too. How long it may be and what it may hold is checked by {@link FieldValues}. */
    public static FieldValue text(String text) {
        return new FieldValue(FieldType.TEXT, Required.argument(text, "text"), text);
    }

    /**
     * A number; a reader sees as many decimals as it has.
     *
     * @throws RefusedException if it has more than {@link #MAX_DIGITS} digits when written without an exponent
     */
    public static FieldValue number(BigDecimal number) {
        Required.argument(number, "number");
        long digits = Math.max(number.precision(), number.precision() - (long) number.scale());
        if (Math.max(digits, number.scale()) > MAX_DIGITS) {
            throw new RefusedException("number", "has too many digits, at most " + MAX_DIGITS + " are allowed");
        }
        return new FieldValue(FieldType.NUMBER, number.toPlainString(), number);
    }

    /**
     * A day.
     *
     * @throws RefusedException outside the years 1 to 9999
     */
    public static FieldValue date(LocalDate date) {
        if (Required.argument(date, "date").getYear() < 1 || date.getYear() > MAX_YEAR) {
            throw new RefusedException("date", "must be in the years 1 to " + MAX_YEAR);
        }
        return new FieldValue(FieldType.DATE, date.toString(), date);
    }

    /**
     * An instant.
     *
     * @throws RefusedException outside the years 1 to 9999 of UTC
     */
    public static FieldValue dateTime(Instant instant) {
        if (Required.argument(instant, "instant").isBefore(firstOf(1)) || !instant.isBefore(firstOf(MAX_YEAR + 1))) {
            throw new RefusedException("date-time", "must be in the years 1 to " + MAX_YEAR);
        }
        return new FieldValue(FieldType.DATE_TIME, instant.toString(), instant);
    }

    /**
     * The value that {@link #raw} wrote.
     *
     * @throws RefusedException if the text is not of that type
     */
    @JsonCreator
    public static FieldValue of(
            @JsonProperty("type") @Nullable FieldType type, @JsonProperty("raw") @Nullable String raw) {
        if (type == null || raw == null) {
            throw new RefusedException(
                    type == null ? "type" : "raw",
                    "is missing; a field is a text, a whole number or an object of type and raw, such as"
                            + " {\"type\":\"NUMBER\",\"raw\":\"12.50\"}");
        }
        try {
            return switch (type) {
                case TEXT -> text(raw);
                case NUMBER -> number(decimal(raw));
                case DATE -> date(LocalDate.parse(raw));
                case DATE_TIME -> dateTime(Instant.parse(raw));
            };
        } catch (DateTimeException | NumberFormatException e) {
            String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw new RefusedException(name, "cannot be read; use the form in which raw() writes it");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static FieldValue fromJson(String text) {
        return text(text);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static FieldValue fromJson(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** Something with a key that never changes and a word for readers. */
    static FieldValue keyed(String key, String word) {
        return new FieldValue(FieldType.TEXT, key, word);
    }

    @JsonProperty
    public FieldType type() {
        return type;
    }

    /**
     * The same for every reader: a text as it is, {@code 1234.50}, {@code 2026-03-10}, {@code 2026-03-10T09:00:00Z}. Of a status, a
     * priority or an owner, it is the key.
     */
    @JsonProperty
    public String raw() {
        return raw;
    }

    /** Whether it is a text that shows nothing to the eye. */
    public boolean isEmpty() {
        return empty;
    }

    /** What a reader is shown, before formatting: text, number, date or instant, as the type says. */
    Object value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldValue that
                && type == that.type
                && raw.equals(that.raw)
                && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, raw);
    }

    /** The type only: safe to log. */
    @Override
    public String toString() {
        return "FieldValue[" + type + "]";
    }

    // Reading digits takes the square of their number, so a long text is not even tried.
    private static BigDecimal decimal(String raw) {
        if (raw.length() > 2 * MAX_DIGITS) {
            throw new NumberFormatException();
        }
        return new BigDecimal(raw);
    }

    private static Instant firstOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(FieldValue.class, property);
    }
}
