package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;

/** The change named an older version, and the same fields have been given other values since. Nothing was stored. */
@JsonPropertyOrder({"code", "message", "fields", "current"})
public final class ConflictException extends TicketException {
    private static final long serialVersionUID = 1L;

    private final transient Ticket current;
    private final List<String> fields;

    /**
     * @param current the ticket as it is now
     * @param fields the fields in conflict, at least one
     */
    public ConflictException(Ticket current, List<String> fields) {
        super(
                TicketErrorCode.CONFLICT,
                "changed by others since the named version: " + String.join(", ", fields)
                        + "; read the current ticket and decide again",
                null);
        this.current = current;
        this.fields = List.copyOf(fields);
    }

    /** The ticket as it is now, for the caller to decide again. */
    @JsonProperty
    public Ticket current() {
        return current;
    }

    /** The fields in conflict, such as {@code TITLE} or {@code ATTRIBUTE:colour}. */
    @JsonProperty
    public List<String> fields() {
        return fields;
    }
}
