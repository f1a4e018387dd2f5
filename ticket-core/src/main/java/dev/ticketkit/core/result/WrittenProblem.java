package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An error as JSON has it; only read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record WrittenProblem(
        TicketErrorCode code,
        @Nullable String message,
        @Nullable String field,
        @Nullable String value,
        @Nullable String action,
        @Nullable String what,
        @Nullable List<String> fields,
        @Nullable Ticket current) {
    /** The error with the type that goes with its code, and what it said of itself. */
    TicketException exception() {
        return switch (code) {
            case NOT_FOUND -> new NotFoundException(required(what, "what"));
            case CONFLICT -> new ConflictException(required(current, "current"), required(fields, "fields"));
            case TAKEN -> new TakenException(required(field, "field"), required(value, "value"));
            case KEY_REUSED -> new KeyReusedException();
            case FORBIDDEN -> new ForbiddenException(required(action, "action"));
            case REFUSED -> new RefusedException(required(field, "field"), withoutField());
            case STORAGE_RETRYABLE -> new RetryableException(text(), null);
            case STORAGE_LOCKED, STORAGE_UNKNOWN, STORAGE_UNAVAILABLE, STORAGE_FAILED, STORAGE_INCOMPLETE, SCHEMA ->
                new StorageException(code, text(), null);
        };
    }

    private String text() {
        return required(message, "message");
    }

    private String withoutField() {
        String begin = field + ": ";
        return text().startsWith(begin) ? text().substring(begin.length()) : text();
    }

    private static <T> T required(@Nullable T value, String name) {
        return Objects.requireNonNull(value, name);
    }
}
