package dev.ticketkit.spi.error;

import org.jspecify.annotations.Nullable;

/** The store could not do its work; {@link #code()} says what is known of the outcome. */
public sealed class StorageException extends TicketException permits RetryableException {
    private static final long serialVersionUID = 1L;

    /**
     * For a store and the desk.
     *
     * @param code one of the {@code STORAGE_} codes or {@link TicketErrorCode#SCHEMA}
     * @param message what happened and what to do next
     * @param cause the driver's own error, if there is one
     * @throws IllegalArgumentException for {@link TicketErrorCode#STORAGE_RETRYABLE}, which is a {@link RetryableException}
     */
    public StorageException(TicketErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
        if (code == TicketErrorCode.STORAGE_RETRYABLE && !(this instanceof RetryableException)) {
            throw new IllegalArgumentException("what may be done again is a RetryableException", cause);
        }
    }
}
