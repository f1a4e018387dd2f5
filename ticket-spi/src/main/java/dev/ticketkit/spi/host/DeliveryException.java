package dev.ticketkit.spi.host;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a notifier or dispatcher throws to say more than "try again later". Any other exception says that. */
public class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean rejected;
    private final @Nullable Duration retryAfter;

    /**
     * For exceptions that say more.
     *
     * @param rejected whether to park it at once
     * @param retryAfter how long to wait at least, or null for the desk's own delay
     * @param cause what led to it, or null
     */
    protected DeliveryException(
            String reason, boolean rejected, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(reason, cause);
        this.rejected = rejected;
        this.retryAfter = retryAfter;
    }

    /** It will never succeed: park it at once, with this reason; as {@link DeliveryResult#REJECTED}, which gives none. */
    public static DeliveryException rejected(String reason) {
        return new DeliveryException(Objects.requireNonNull(reason, "reason"), true, null, null);
    }

    /** Try again, but not before a time has passed; a longer delay of the desk's own stays. At most a day is waited. */
    public static DeliveryException retryAfter(Duration delay, String reason, @Nullable Throwable cause) {
        return new DeliveryException(
                Objects.requireNonNull(reason, "reason"), false, Objects.requireNonNull(delay, "delay"), cause);
    }

    /** Whether to park it at once. */
    public final boolean isRejected() {
        return rejected;
    }

    /** How long to wait at least, or null for the desk's own delay. */
    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
