package dev.ticketkit.webhook;

import dev.ticketkit.spi.host.DeliveryException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A webhook was not accepted now, and may be later. The message names scheme, host and status, never path, body or secret. */
public final class WebhookFailedException extends DeliveryException {
    private static final long serialVersionUID = 1L;

    private final int status;

    WebhookFailedException(String message, int status, @Nullable Duration retryAfter) {
        super(message, false, retryAfter, null);
        this.status = status;
    }

    WebhookFailedException(String message, Throwable cause) {
        super(message, false, null, cause);
        this.status = 0;
    }

    /** The HTTP status, or 0 when there was no answer. */
    public int status() {
        return status;
    }
}
