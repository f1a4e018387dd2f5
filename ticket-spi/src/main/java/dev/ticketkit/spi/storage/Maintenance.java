package dev.ticketkit.spi.storage;

import java.util.OptionalLong;

/**
 * A store's own maintenance: what a commit leaves for later so that it stays short, such as rolling up counts or indexing words. Every
 * answer of the store is right without it, only slower. A started desk calls it on its own threads, on several nodes at once; a host
 * without one calls it now and then.
 */
@FunctionalInterface
public interface Maintenance {
    /** Says that very much was written at once, as by an import: a store may look at its tables anew, so that reading stays quick. */
    default void afterMuchWasWritten() {}

    /**
     * How many rows {@link #run} has still to deal with, of all tenants together, for alarms; cheap enough for every ten seconds. Empty when
     * the store cannot say so, which is the default.
     */
    default OptionalLong waiting() {
        return OptionalLong.empty();
    }

    /**
     * Does some of the maintenance, in transactions of its own. Stopped half way it leaves nothing wrong. Does nothing in a store that has joined
     * the host's transaction.
     *
     * @param most about how many rows to deal with in this call, 1 or more
     * @return how many it dealt with; 0 when nothing is left
     * @throws dev.ticketkit.spi.error.StorageException when the store fails; the rest is done by a later call
     */
    int run(int most);
}
