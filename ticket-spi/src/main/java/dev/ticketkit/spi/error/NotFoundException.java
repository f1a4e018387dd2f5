package dev.ticketkit.spi.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** There is no such thing for this tenant and this actor. Never says whether another tenant has it. */
@JsonPropertyOrder({"code", "message", "what"})
public final class NotFoundException extends TicketException {
    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param what the kind of thing that was looked for, such as {@code ticket} or {@code cursor} */
    public NotFoundException(String what) {
        super(TicketErrorCode.NOT_FOUND, what + ": not found", null);
        this.what = what;
    }

    /** The kind of thing that was looked for. */
    @JsonProperty
    public String what() {
        return what;
    }
}
