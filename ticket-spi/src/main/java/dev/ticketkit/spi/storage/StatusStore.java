package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a tenant has made of statuses and priorities. What is not kept has its defaults. */
public interface StatusStore {
    /** Custom statuses, and predefined ones with a label of their own or hidden; in order of position. */
    List<StatusEntry> statuses(TenantId tenant);

    /**
     * Keeps a status: adds it, or gives the one with this key another label and visibility; macro status and position of a known key
     * never change. One that was removed comes back when it is saved as new with the macro status and position it had.
     *
     * @param before the entry the caller decided on; null for a status that is new. A predefined status that is not kept has no label
     *     and is not hidden
     * @return false, and nothing is stored, when the status has another label or visibility by now, or is there although it should be
     *     new, or another kept status has a label that folds to the same, or the position of a new one is taken, or a removed status
     *     has its key with another macro status or position
     */
    boolean saveStatus(TenantId tenant, @Nullable StatusEntry before, StatusEntry entry);

    /**
     * Takes a status of the tenant's own out of the catalogue; its label is free again. Key, macro status and position stay its own for
     * good, because deleted tickets and histories name it.
     *
     * @param before the entry the caller decided on, hidden
     * @return false, and nothing is stored, when it is not there or has another label or visibility by now
     */
    boolean removeStatus(TenantId tenant, StatusEntry before);

    /** The statuses that were removed and did not come back, in order of position. */
    List<Status> removedStatuses(TenantId tenant);

    /** Priorities with a label of their own or not offered; in order of rank. */
    List<PriorityEntry> priorities(TenantId tenant);

    /** Keeps a priority. */
    void savePriority(TenantId tenant, PriorityEntry entry);
}
