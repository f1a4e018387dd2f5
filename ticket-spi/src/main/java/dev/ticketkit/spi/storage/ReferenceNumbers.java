package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.TenantId;

/** The counters of references, beside the numbers that {@link TicketStore#commit} gives without gaps. Thread-safe. */
public interface ReferenceNumbers {
    /**
     * Reserves the next numbers of a series, for good: whoever reserves them uses them or never does; so openings need not wait for each
     * other's commit. The counter is the one that a {@link ReferenceRequest} of the same series has. The first number is one whose
     * reference is not in use and never was; of the others some may have been set by hand.
     *
     * <p>A store that {@linkplain TicketStorage#isJoined has joined the host's transaction} reserves nothing, and nobody waits: it gives
     * numbers somewhere beyond the counter that are not in use as far as can be seen. Others may get the same ones, though that is
     * unlikely; of those who do, one finds in its commit that the reference is taken.
     *
     * @param request the series, and what its references look like
     * @param count how many, 1 to 1,000,000
     * @return the first; the others follow without gaps
     * @throws dev.ticketkit.spi.error.StorageException when the store fails; some numbers may be lost then
     */
    long next(TenantId tenant, ReferenceRequest request, int count);

    /**
     * Numbers of a series that are given from now on are higher than this one.
     *
     * @param series as in {@link ReferenceRequest#series()}
     * @param number 1 or more; a lower one than was given already changes nothing
     */
    void passNumber(TenantId tenant, String series, long number);
}
