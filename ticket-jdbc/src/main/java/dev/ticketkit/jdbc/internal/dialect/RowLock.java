package dev.ticketkit.jdbc.internal.dialect;

/** How firmly a statement locks the rows it reads, until its transaction ends. A dialect that knows fewer locks takes a firmer one. */
public enum RowLock {
    /** Beside writes that leave the key as it is; against deletion and {@link #UPDATE}. */
    KEY_SHARE,
    /** Beside others that share; against all writes. */
    SHARE,
    /** Against all but {@link #KEY_SHARE}. */
    NO_KEY_UPDATE,
    /** Against all others. */
    UPDATE,
    /** The same, leaving out rows that are locked where the dialect may leave them out in such a statement, and waiting elsewhere. */
    UPDATE_UNLESS_LOCKED
}
