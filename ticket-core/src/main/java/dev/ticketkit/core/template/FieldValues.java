package dev.ticketkit.core.template;

import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.text.TextRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields by name. Immutable. The precedence of the package is written with {@link #orElse}:
 *
 * <pre>{@code ticketFields.of(ticket).orElse(FieldValues.of(given)).orElse(FieldValues.ofTexts(hosts))}</pre>
 */
public final class FieldValues {
    /** Most fields from one source. */
    public static final int MAX_FIELDS = 200;
    /** Longest text of a field from outside, in code points. */
    public static final int MAX_CODE_POINTS = 4_000;

    private static final FieldValues NONE = new FieldValues(Map.of());

    private final Map<String, FieldValue> values;

    private FieldValues(Map<String, FieldValue> values) {
        this.values = values;
    }

    /** No fields at all. */
    public static FieldValues none() {
        return NONE;
    }

    /**
     * Fields from outside. A name whose value is null is as good as absent.
     *
     * @param given at most {@link #MAX_FIELDS}; names of 1 to 100 of {@code A-Z 0-9 _} that do not start with {@code TICKET_}; texts of
     *     at most {@link #MAX_CODE_POINTS} without controls other than line breaks and tabs
     * @throws RefusedException naming the field, or {@code fields} when there are too many or a name is none
     */
    public static FieldValues of(Map<String, FieldValue> given) {
        return fromOutside(Required.argument(given, "given"), Function.identity());
    }

    /** As {@link #of}, for values that are all texts, such as those of a {@link dev.ticketkit.spi.host.FieldSource}. */
    public static FieldValues ofTexts(Map<String, String> given) {
        return fromOutside(Required.argument(given, "given"), FieldValue::text);
    }

    /** The ticket's own fields, which are not those of an outsider and may be longer. */
    static FieldValues ofTicket(Map<String, FieldValue> own) {
        return new FieldValues(new HashMap<>(own));
    }

    /** These, and for names they do not know those of another. A name that is known here with an empty value stays empty. */
    public FieldValues orElse(FieldValues others) {
        Map<String, FieldValue> both = new HashMap<>(others.values);
        both.putAll(values);
        return new FieldValues(both);
    }

    /** The value of a name, or null when it is unknown. */
    public @Nullable FieldValue find(String name) {
        return values.get(name);
    }

    /** How many names only: safe to log. */
    @Override
    public String toString() {
        return "FieldValues[" + values.size() + "]";
    }

    private static <V> FieldValues fromOutside(Map<String, V> given, Function<V, FieldValue> typed) {
        if (given.size() > MAX_FIELDS) {
            throw new RefusedException("fields", "are too many, at most " + MAX_FIELDS + " are allowed");
        }
        Map<String, FieldValue> checked = new HashMap<>();
        given.forEach((name, value) -> {
            FieldName.requireFromOutside(name == null ? "" : name);
            if (value != null) {
                checked.put(name, requireText(name, typed.apply(value)));
            }
        });
        return new FieldValues(checked);
    }

    private static FieldValue requireText(String name, FieldValue value) {
        if (value.type() == FieldType.TEXT) {
            TextRule.BLOCK.require(name, value.raw(), 0, MAX_CODE_POINTS);
        }
        return value;
    }
}
