package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.model.TicketId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Texts that are given once and never again, whatever becomes of their ticket. Keeps keyed hashes: an erasure leaves no text. */
final class TakenTexts {
    private final Map<String, TicketId> owners = new HashMap<>();
    private final byte[] key = new byte[32];

    TakenTexts() {
        new SecureRandom().nextBytes(key);
    }

    boolean isTaken(String text) {
        return owners.containsKey(hash(text));
    }

    @Nullable TicketId owner(String text) {
        return owners.get(hash(text));
    }

    void take(String text, TicketId ticket) {
        owners.putIfAbsent(hash(text), ticket);
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
