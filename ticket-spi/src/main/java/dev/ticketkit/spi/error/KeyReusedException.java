package dev.ticketkit.spi.error;

/** An idempotency key was used before with another command: other content, another actor or another ticket. Nothing was stored. */
public final class KeyReusedException extends TicketException {
    private static final long serialVersionUID = 1L;

    /** An error for the key of one command. */
    public KeyReusedException() {
        super(
                TicketErrorCode.KEY_REUSED,
                "idempotencyKey: used before with other content, by another actor or for another ticket; use a new key for a new"
                        + " command",
                null);
    }
}
