package dev.ticketkit.spi.error;

/** A value breaks a rule of the desk. Nothing was stored. */
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
    public String field() {
        return field;
    }
}
