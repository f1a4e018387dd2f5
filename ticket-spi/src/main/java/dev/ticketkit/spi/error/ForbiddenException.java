package dev.ticketkit.spi.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The actor may not do this. Nothing was stored. */
@JsonPropertyOrder({"code", "message", "action"})
public final class ForbiddenException extends TicketException {
    private static final long serialVersionUID = 1L;

    private final String action;

    /** @param action the name of the action that was denied */
    public ForbiddenException(String action) {
        super(TicketErrorCode.FORBIDDEN, "the access policy does not allow " + action + " here", null);
        this.action = action;
    }

    /** The name of the denied action. */
    @JsonProperty
    public String action() {
        return action;
    }
}
