package dev.ticketkit.spi.storage;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A caller's idempotency key, and a hash of the command it came with. Holds no text of the command. */
public final class IdempotencyStamp {
    private final String key;
    private final byte[] bodyHash;

    /**
     * A stamp.
     *
     * @param key the command's name, a colon and the caller's key; unique within the tenant
     * @param bodyHash 32 bytes: SHA-256 of the command
     */
    public IdempotencyStamp(String key, byte[] bodyHash) {
        this.key = Objects.requireNonNull(key, "key");
        this.bodyHash = bodyHash.clone();
    }

    /** Command and key; unique within the tenant. */
    public String key() {
        return key;
    }

    /** SHA-256 of the command. */
    public byte[] bodyHash() {
        return bodyHash.clone();
    }

    /** Whether a stored hash is of the same body. */
    public boolean hasBody(byte[] storedHash) {
        return Arrays.equals(bodyHash, storedHash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdempotencyStamp that && key.equals(that.key) && Arrays.equals(bodyHash, that.bodyHash);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
