package dev.ticketkit.spi.error;

/** What went wrong, for a host that maps errors to its own without reading messages. */
public enum TicketErrorCode {
    /** No such thing for this tenant and actor; also what another tenant's thing looks like. */
    NOT_FOUND,
    /** The change was made on an older version and touches the same fields as a newer one. */
    CONFLICT,
    /** A reference, external id, label or name that must be unique is in use. */
    TAKEN,
    /** An idempotency key came again with another body. */
    KEY_REUSED,
    /** The actor may see the ticket but not do this to it. */
    FORBIDDEN,
    /** A value breaks a rule; the field and the limit are named. */
    REFUSED,
    /** Nothing was stored; the host may run its whole transaction again. */
    STORAGE_RETRYABLE,
    /**
     * A row or a number is held by a transaction that stayed open for longer than the store waits; nothing was stored. Not to be tried again
     * on the same thread before that transaction has ended: where the thread itself has it open, it would wait for itself.
     */
    STORAGE_LOCKED,
    /** The store did not answer; nothing is known to be stored or not. Repeat with the same idempotency key. */
    STORAGE_UNKNOWN,
    /** The store cannot be reached or has no space; nothing was stored. */
    STORAGE_UNAVAILABLE,
    /** The store refused a statement; a defect of the library or of the schema. */
    STORAGE_FAILED,
    /** The store keeps no such thing, such as automations; nothing was stored. The message says what to leave out or to add. */
    STORAGE_INCOMPLETE,
    /** The tables are missing or of another version, or hold a row of another version. */
    SCHEMA
}
