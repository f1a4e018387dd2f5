package dev.ticketkit.webhook;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What sender and receiver of a webhook share. Immutable; never shows its value. */
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final SecretKeySpec key;

    private WebhookSecret(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /**
     * Reads a secret.
     *
     * @param text {@code whsec_} and 24 to 64 bytes in Base64
     * @throws IllegalArgumentException if it is anything else; the message does not quote it
     */
    public static WebhookSecret parse(String text) {
        if (text.startsWith(PREFIX)) {
            byte[] key = decoded(text.substring(PREFIX.length()));
            if (key.length >= FEWEST_BYTES && key.length <= MOST_BYTES) {
                return new WebhookSecret(key);
            }
        }
        throw new IllegalArgumentException("a webhook secret is whsec_ followed by 24 to 64 bytes in Base64");
    }

    /** The signature as it stands in the header. */
    String sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Its message would quote a character of the secret.
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
