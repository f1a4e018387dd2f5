package dev.ticketkit.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * Others were in the way, nothing was stored, and the same may work when it is done again: the command, or where it was part of a
 * transaction of the host, the whole transaction. A type of its own, so that what repeats by type can name it. Its code is
 * {@link TicketErrorCode#STORAGE_RETRYABLE}, which no other error has.
 */
public final class RetryableException extends StorageException {
    private static final long serialVersionUID = 1L;

    /**
     * For a store and the desk.
     *
     * @param message what happened and what to do next
     * @param cause the driver's own error, if there is one
     */
    public RetryableException(String message, @Nullable Throwable cause) {
        super(TicketErrorCode.STORAGE_RETRYABLE, message, cause);
    }
}
