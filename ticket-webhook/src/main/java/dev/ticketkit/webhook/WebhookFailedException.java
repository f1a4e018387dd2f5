package dev.ticketkit.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A webhook was not accepted now, and may be later. The message names scheme, host and status, never path, body or secret. */
public final class WebhookFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    WebhookFailedException(String message, int status, @Nullable Duration retryAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    WebhookFailedException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
        this.retryAfter = null;
    }

    /** The HTTP status, or 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** How long the receiver asks to wait, from now, zero to one day; null when it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
