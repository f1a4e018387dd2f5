package dev.ticketkit.jdbc.internal.dialect;

import java.sql.SQLException;

/** A place in a transaction from which work is done with a limit on its lock waits. Whichever method is called ends it. */
public interface SavedPlace {
    /** How long a statement waited for a lock before, in milliseconds; 0 for any time. */
    long limitBefore();

    /** Keeps what was done since, and gives the transaction its own limit back. */
    void leave() throws SQLException;

    /** Takes back what was done since, and gives the transaction its own limit back. */
    void goBack() throws SQLException;
}
