package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a tenant has made of statuses and priorities. What is not kept has its defaults. */
public interface StatusStore {
    /** Custom statuses, and predefined ones with a label of their own or hidden; in order of position. */
    List<StatusEntry> statuses(TenantId tenant);

    /**
     * Keeps a status: adds it, or gives the one with this key another label and visibility; macro status and position of a known key
     * never change.
     *
     * @param before the entry the caller decided on; null for a status that is new. A predefined status that is not kept has no label
     *     and is not hidden
     * @return false, and nothing is stored, when the status has another label or visibility by now, or is there although it should be
     *     new, or another kept status has a label that folds to the same, or the position of a new one is taken
     */
    boolean saveStatus(TenantId tenant, @Nullable StatusEntry before, StatusEntry entry);

    /** Priorities with a label of their own or not offered; in order of rank. */
    List<PriorityEntry> priorities(TenantId tenant);

    /** Keeps a priority. */
    void savePriority(TenantId tenant, PriorityEntry entry);
}
