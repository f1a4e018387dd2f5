package dev.ticketkit.spi.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Root of every error the library throws of its own. Messages are one line of plain English; they name fields and limits and
 * never carry a person's text unescaped.
 */
public abstract class TicketException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TicketErrorCode code;

    /**
     * For the library's own errors.
     *
     * @param code the kind of error
     * @param message one line that tells the reader what to do next
     * @param cause what led to it, or null
     */
    protected TicketException(TicketErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The kind of error; stable across versions. */
    public final TicketErrorCode code() {
        return code;
    }
}
