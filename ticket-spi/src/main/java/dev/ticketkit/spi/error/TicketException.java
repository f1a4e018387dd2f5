package dev.ticketkit.spi.error;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Root of every error the library throws of its own. Messages are one line of plain English; they name fields and limits and
 * never carry a person's text unescaped. In JSON it is its code, its message and what its type says of it: no cause and no stack trace.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({"code", "message"})
public abstract class TicketException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TicketErrorCode code;

    /**
     * For the library's own errors.
     *
     * @param code the kind of error
     * @param message one line that says what to do next
     * @param cause what led to it, or null
     */
    protected TicketException(TicketErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The kind of error; stable across versions. */
    @JsonProperty
    public final TicketErrorCode code() {
        return code;
    }

    @JsonProperty("message")
    private String said() {
        return String.valueOf(getMessage());
    }
}
