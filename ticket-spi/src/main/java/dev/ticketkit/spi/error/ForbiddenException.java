package dev.ticketkit.spi.error;

/** The actor may not do this. Nothing was stored. */
public final class ForbiddenException extends TicketException {
    private static final long serialVersionUID = 1L;

    private final String action;

    /** @param action the name of the action that was denied */
    public ForbiddenException(String action) {
        super(TicketErrorCode.FORBIDDEN, "the access policy does not allow " + action + " here", null);
        this.action = action;
    }

    /** The name of the denied action. */
    public String action() {
        return action;
    }
}
