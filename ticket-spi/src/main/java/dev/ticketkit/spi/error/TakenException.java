package dev.ticketkit.spi.error;

/** A value that must be unique within the tenant is in use, or was once and may never be used again. Nothing was stored. */
public final class TakenException extends TicketException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;

    /**
     * @param field the field, such as {@code reference}
     * @param value the value as the caller gave it; it has passed the text rules, so it holds no controls
     */
    public TakenException(String field, String value) {
        super(TicketErrorCode.TAKEN, field + ": \"" + value + "\" is already taken, choose another", null);
        this.field = field;
        this.value = value;
    }

    /** The field whose value is taken. */
    public String field() {
        return field;
    }

    /** The value that is taken. */
    public String value() {
        return value;
    }
}
