package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.internal.Required;
import dev.ticketkit.spi.text.FoldedText;
import dev.ticketkit.spi.text.TextRule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * What a ticket is about, made by being used the first time.
 *
 * @param id made from tenant and folded name, so that everybody who uses a new name at the same moment means the same row
 * @param name the name to show: the first spelling, until it is renamed; 1 to 100 code points, one line, nothing invisible
 */
@JsonPropertyOrder({"id", "name"})
public record Category(UUID id, String name) {
    /** Longest name in code points. */
    public static final int MAX_CODE_POINTS = 100;

    private static final long NAMESPACE_HIGH = 0x6f1c0a6b3dd94c0eL;
    private static final long NAMESPACE_LOW = 0x9b0d5a2f6f9e7a11L;

    /** Requires both. */
    @JsonCreator
    public Category(@JsonProperty("id") UUID id, @JsonProperty("name") String name) {
        this.id = Objects.requireNonNull(id, "id");
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * The category a new name would make.
     *
     * @throws dev.ticketkit.spi.error.RefusedException if the name breaks the rule above, naming {@code category}
     */
    public static Category named(TenantId tenant, String name) {
        TextRule.NAME.require("category", name, 1, MAX_CODE_POINTS);
        return new Category(idOf(Required.argument(tenant, "tenant"), name), name.strip());
    }

    /** The id of a spelling: a version 5 UUID (RFC 9562) of tenant and folded name. */
    public static UUID idOf(TenantId tenant, String spelling) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE_HIGH)
                .putLong(NAMESPACE_LOW)
                .array());
        sha1.update(tenant.value().getBytes(StandardCharsets.UTF_8));
        // Tenant ids hold no controls, so this byte ends the tenant beyond doubt.
        sha1.update((byte) 0);
        ByteBuffer hash =
                ByteBuffer.wrap(sha1.digest(FoldedText.of(spelling).value().getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
