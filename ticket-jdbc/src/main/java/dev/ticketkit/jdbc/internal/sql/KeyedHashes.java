package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 of texts that stay taken when nobody may know them any more: whoever has the tables but not the key cannot try texts.
 * The tenant and what the text is are part of what is hashed, so equal texts leave equal hashes nowhere else. Thread-safe.
 */
public final class KeyedHashes {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BLOCK_BYTES = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5C;

    private final byte[] key;

    /** Never used itself: a copy of it has its provider and its key. Made for the first hash: to find a provider is a part of a start. */
    private volatile @Nullable Mac ready;

    /** @param key at most 64 bytes */
    public KeyedHashes(byte[] key) {
        this.key = key.clone();
    }

    public byte[] of(TenantId tenant, Reference reference) {
        return hash(referencePrefix(tenant), reference.folded().value());
    }

    public byte[] ofExternalId(TenantId tenant, String externalId) {
        return hash(prefix("external", tenant), externalId);
    }

    /** What SQL must put before a folded reference and hash, to hash that once more after {@link #outerPad}. */
    public byte[] innerPad(TenantId tenant) {
        byte[] prefix = referencePrefix(tenant);
        return ByteBuffer.allocate(BLOCK_BYTES + prefix.length)
                .put(pad(INNER))
                .put(prefix)
                .array();
    }

    /** The key as the outer one of the two hashes begins with it. */
    public byte[] outerPad() {
        return pad(OUTER);
    }

    private byte[] pad(byte with) {
        byte[] padded = Arrays.copyOf(key, BLOCK_BYTES);
        for (int i = 0; i < padded.length; i++) {
            padded[i] ^= with;
        }
        return padded;
    }

    private static byte[] referencePrefix(TenantId tenant) {
        return prefix("reference", tenant);
    }

    /** Ends with what no reference, external id or tenant holds. */
    private static byte[] prefix(String kind, TenantId tenant) {
        return (kind + '\0' + tenant.value() + '\0').getBytes(StandardCharsets.UTF_8);
    }

    private byte[] hash(byte[] prefix, String text) {
        Mac mac = copy();
        mac.update(prefix);
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Mac copy() {
        Mac known = ready;
        if (known == null) {
            known = fresh(key);
            ready = known;
        }
        try {
            return (Mac) known.clone();
        } catch (CloneNotSupportedException e) {
            return fresh(key);
        }
    }

    private static Mac fresh(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
