package dev.ticketkit.spi.storage.automation;

import java.util.List;

/**
 * All automations of a tenant.
 *
 * @param revision counts the changes of the set; 0 for a tenant that never had one
 * @param documents in order of id
 */
public record AutomationSet(long revision, List<AutomationDocument> documents) {
    /** Copies the list. */
    public AutomationSet {
        documents = List.copyOf(documents);
    }
}
