package dev.ticketkit.core.internal.json;

import org.jspecify.annotations.Nullable;

/** One library's way to write and read by some rules. Thread-safe. */
interface JsonMapping {
    /** The text of a value. */
    String write(Object value);

    /** The value of a text; null for the word null. */
    <T> @Nullable T read(String json, Class<T> type) throws JsonFault;
}
