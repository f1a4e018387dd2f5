package dev.ticketkit.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says to a receiver whether a request is a webhook of the sender that it shares a secret with. Immutable and thread-safe.
 *
 * <p>A genuine request seen twice within the tolerance is genuine twice: remember the {@code webhook-id} of what was done. The sender
 * repeats events too, with the same id.
 */
public final class WebhookVerifier {
    private static final int MOST_CHARS = 4_096;
    private static final int MOST_DIGITS = 11;

    private final List<WebhookSecret> secrets;
    private final Duration tolerance;
    private final Clock clock;

    private WebhookVerifier(List<WebhookSecret> secrets, Duration tolerance, Clock clock) {
        this.secrets = List.copyOf(secrets);
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * A verifier that tolerates five minutes between its clock and the sender's.
     *
     * @param secrets one, or several while they are being changed: one must fit
     * @throws IllegalArgumentException if there is none
     */
    public static WebhookVerifier of(List<WebhookSecret> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("nothing can be verified without a secret");
        }
        return new WebhookVerifier(secrets, Duration.ofMinutes(5), Clock.systemUTC());
    }

    /** The same with another tolerance, in both directions. */
    public WebhookVerifier withTolerance(Duration value) {
        return new WebhookVerifier(secrets, value, clock);
    }

    /** The same with another clock. */
    public WebhookVerifier withClock(Clock value) {
        return new WebhookVerifier(secrets, tolerance, value);
    }

    /**
     * Verifies a request.
     *
     * @param header gives a header by its name in lower case, or null, as {@code request::getHeader} of a servlet does
     * @param body the body as it arrived, byte for byte: JSON read and written again is another body
     * @return the {@code webhook-id}, the same whenever the event is sent
     * @throws WebhookVerificationException if it is not genuine or not fresh, saying why
     */
    public String verify(Function<String, @Nullable String> header, byte[] body) {
        String id = required(header.apply(SignedContent.ID), SignedContent.ID);
        String timestamp = required(header.apply(SignedContent.TIMESTAMP), SignedContent.TIMESTAMP);
        String signatures = required(header.apply(SignedContent.SIGNATURE), SignedContent.SIGNATURE);
        if (id.indexOf('.') >= 0) {
            // A dot would let parts of the signed content change places.
            throw new WebhookVerificationException("the webhook-id holds a dot");
        }
        checkFresh(timestamp);
        if (!isSigned(SignedContent.of(id, timestamp, body), signatures)) {
            throw new WebhookVerificationException(
                    "no signature fits: check the secret and that the body is untouched");
        }
        return id;
    }

    private void checkFresh(String timestamp) {
        if (timestamp.length() > MOST_DIGITS || !timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new WebhookVerificationException("the webhook-timestamp is not a number of seconds");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        if (age.abs().compareTo(tolerance) > 0) {
            throw new WebhookVerificationException("the webhook-timestamp is more than " + tolerance + " off");
        }
    }

    private boolean isSigned(byte[] content, String signatures) {
        boolean found = false;
        for (WebhookSecret secret : secrets) {
            byte[] expected = secret.sign(content).getBytes(StandardCharsets.UTF_8);
            for (String signature : signatures.split(" ", -1)) {
                found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static String required(@Nullable String value, String header) {
        if (value == null || value.isEmpty() || value.length() > MOST_CHARS) {
            throw new WebhookVerificationException("the header " + header + " is missing or too long");
        }
        return value;
    }
}
