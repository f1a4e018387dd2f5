package dev.ticketkit.spi.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A value breaks a rule of the desk. Nothing was stored. */
@JsonPropertyOrder({"code", "message", "field"})
public final class RefusedException extends TicketException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the field as the caller wrote it, such as {@code title}
     * @param problem what is wrong and what is allowed, without the value itself
     */
    public RefusedException(String field, String problem) {
        super(TicketErrorCode.REFUSED, field + ": " + problem, null);
        this.field = field;
    }

    /** The field that was refused. */
    @JsonProperty
    public String field() {
        return field;
    }
}
