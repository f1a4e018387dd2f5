package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.model.TicketId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Texts that are given once and never again. Only keyed hashes are kept, so an erased text cannot be found here. Not thread-safe. */
final class ReservedTexts {
    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, TicketId> owners = new HashMap<>();
    private final Mac mac;

    ReservedTexts() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Whom it was given, or null. */
    @Nullable TicketId owner(String text) {
        return owners.get(hash(text));
    }

    boolean isTaken(String text) {
        return owner(text) != null;
    }

    void reserve(String text, TicketId owner) {
        owners.put(hash(text), owner);
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
