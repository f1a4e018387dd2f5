package dev.ticketkit.core.internal.json;

import org.jspecify.annotations.Nullable;

/** Writes and reads by some rules, with the library that is there; which one is looked for at the first use. Thread-safe. */
public final class JsonForm {
    private final JsonRules rules;
    private volatile @Nullable JsonMapping mapping;

    /** A form with these rules. */
    public JsonForm(JsonRules rules) {
        this.rules = rules;
    }

    /**
     * The text of a value.
     *
     * @throws IllegalStateException when no library is there that works
     */
    public String write(Object value) {
        return mapping().write(value);
    }

    /**
     * The value of a text; null for the word null.
     *
     * @throws JsonFault for a text that is none
     * @throws IllegalStateException when no library is there that works
     */
    public <T> @Nullable T read(String json, Class<T> type) throws JsonFault {
        return mapping().read(json, type);
    }

    private JsonMapping mapping() {
        JsonMapping found = mapping;
        if (found == null) {
            found = JsonLibrary.required().mapping(rules);
            mapping = found;
        }
        return found;
    }
}
