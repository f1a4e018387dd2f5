package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.storage.TicketChange;

/** Where connections come from and whose the transactions are. */
public interface Transactions {
    /** Begins one call of a store; what it learns of failures lasts for the call. */
    Call call();

    /** One call of a store. Every method throws {@link StorageException} when the database fails. */
    interface Call {
        /** Work that stores nothing. */
        <T> T read(Sql.Work<T> work);

        /** Work of several statements that are stored together or not at all. It must bear being run again. */
        <T> T write(Sql.Work<T> work);

        /** Work of one statement, which is a transaction of its own. It must bear being run again. Not for joined transactions. */
        <T> T single(Sql.Work<T> work);

        /** Whether an earlier run of this call may have been stored: its commit was sent, and no answer came. */
        boolean mayHaveStored();

        /** What to throw when what others hold was waited for in vain. */
        StorageException locked();

        /** What to throw when others won again and again. */
        StorageException exhausted();
    }

    /** One try of work of one statement, which is a transaction of its own where the transactions are ours. */
    <T> T once(Sql.Work<T> work) throws FailedAttempt;

    /** A change was stored for good; it is, unless the transactions are the host's, when its commit has returned. */
    default void stored(TicketChange change) {}

    /** What the database speaks. It is asked for on the first connection, and known from then on. */
    Dialect dialect();

    /** Whether the transactions are the host's. */
    boolean joined();
}
