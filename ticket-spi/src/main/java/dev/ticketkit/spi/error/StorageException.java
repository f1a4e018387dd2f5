package dev.ticketkit.spi.error;

import org.jspecify.annotations.Nullable;

/** The store could not do its work; {@link #code()} says what is known of the outcome. */
public final class StorageException extends TicketException {
    private static final long serialVersionUID = 1L;

    /**
     * @param code one of the {@code STORAGE_} codes or {@link TicketErrorCode#SCHEMA}
     * @param message what happened and what to do next
     * @param cause the driver's own error, if there is one
     */
    public StorageException(TicketErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
