package dev.ticketkit.spi.error;

/** There is no such thing for this tenant and this actor. Never says whether another tenant has it. */
public final class NotFoundException extends TicketException {
    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param what the kind of thing that was looked for, such as {@code ticket} or {@code cursor} */
    public NotFoundException(String what) {
        super(TicketErrorCode.NOT_FOUND, what + ": not found", null);
        this.what = what;
    }

    /** The kind of thing that was looked for. */
    public String what() {
        return what;
    }
}
