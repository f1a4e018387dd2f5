package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.spi.text.FoldedText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Text as bytes to sort by. They are compared unsigned on every database, so no collation has a say. */
public final class SortKeys {
    /** Comes after every key: no UTF-8 text holds this byte. */
    private static final byte[] EMPTY = {(byte) 0xFF};

    /** Texts as they are, by code point: what PostgreSQL does under "C", and H2 does not beyond U+FFFF. */
    public static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private SortKeys() {}

    public static byte[] empty() {
        return EMPTY.clone();
    }

    /** What is after a key and before or at the next one there can be. */
    public static byte[] beyond(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    /** What is before a key and after or at the last one there can be before it; null when there is none. */
    public static byte @Nullable [] before(byte[] key) {
        if (key.length == 0) {
            return null;
        }
        int last = key.length - 1;
        if (key[last] == 0) {
            return Arrays.copyOf(key, last);
        }
        // No key holds 0xFF, so all that begin like this and end anyhow are before it.
        byte[] before = Arrays.copyOf(key, key.length + 1);
        before[last]--;
        before[key.length] = (byte) 0xFF;
        return before;
    }

    public static byte[] of(@Nullable String text) {
        return text == null ? empty() : FoldedText.of(text).sortKey();
    }
}
