package dev.ticketkit.core.internal.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a list of values, each with its kind and length, so that no two lists give the same bytes. The same on every JVM, and
 * therefore fit to be stored.
 */
public final class ContentHash {
    private final MessageDigest digest = sha256();

    /** The hash of values: texts, numbers, enums, collections and maps in their own order, other things by their text; null too. */
    public static byte[] of(@Nullable Object... values) {
        ContentHash hash = new ContentHash();
        for (Object value : values) {
            hash.add(value);
        }
        return hash.digest.digest();
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            digest.update((byte) 'n');
        } else if (value instanceof Collection<?> collection) {
            addHeader('c', collection.size());
            collection.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            addHeader('m', map.size());
            map.forEach((key, mapped) -> {
                add(key);
                add(mapped);
            });
        } else {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            addHeader('t', bytes.length);
            digest.update(bytes);
        }
    }

    private void addHeader(char kind, int size) {
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(4).putInt(size).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
