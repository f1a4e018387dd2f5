package dev.ticketkit.spi.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A value that must be unique within the tenant is in use, or was once and may never be used again. Nothing was stored. */
@JsonPropertyOrder({"code", "message", "field", "value"})
public final class TakenException extends TicketException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final boolean byDeletedTicket;

    /**
     * @param field the field, such as {@code reference}
     * @param value the value as the caller gave it; it has passed the text rules, so it holds no controls
     */
    public TakenException(String field, String value) {
        this(field, value, "is already taken, choose another", false);
    }

    private TakenException(String field, String value, String problem, boolean byDeletedTicket) {
        super(TicketErrorCode.TAKEN, field + ": \"" + value + "\" " + problem, null);
        this.field = field;
        this.value = value;
        this.byDeletedTicket = byDeletedTicket;
    }

    /** The value was used by a ticket that is deleted, and that can be restored. */
    public static TakenException byDeletedTicket(String field, String value) {
        return new TakenException(
                field,
                value,
                "was used by a ticket that is deleted, and is never given again; restore that ticket, or choose another",
                true);
    }

    /** The value was used by a ticket that is not found by it any more: most likely one that was erased. */
    public static TakenException usedOnce(String field, String value) {
        return new TakenException(
                field,
                value,
                "was used before, as by a ticket that was erased, and is never given again; choose another",
                false);
    }

    /** The field whose value is taken. */
    @JsonProperty
    public String field() {
        return field;
    }

    /** The value that is taken. */
    @JsonProperty
    public String value() {
        return value;
    }

    /** Whether the value belongs to a ticket that is deleted and can be restored. */
    public boolean isByDeletedTicket() {
        return byDeletedTicket;
    }
}
