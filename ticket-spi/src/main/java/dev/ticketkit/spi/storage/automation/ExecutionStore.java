package dev.ticketkit.spi.storage.automation;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what was decided about automations, and what the host fired. A joined store keeps it in the host's transaction.
 */
public interface ExecutionStore {
    /**
     * Keeps a firing with what was decided about it, and puts a delivery of it into the {@link DeliveryQueue}, in one commit: event id and
     * ticket id are the firing's id, the version is 1.
     *
     * @param runs of this firing
     * @param consumer to whom it is delivered
     * @param delay how long the caller may take for its part before it is delivered without it
     * @return the firing that is stored under the id already, and then nothing is stored; empty when this one was stored
     */
    Optional<Firing> fire(Firing firing, List<AutomationExecution> runs, String consumer, Duration delay);

    /** The caller has done its part: a firing's delivery that nobody has claimed yet is due at once. */
    void deliverNow(TenantId tenant, UUID firingId);

    /** A firing by id. */
    Optional<Firing> firing(TenantId tenant, UUID id);

    /**
     * Keeps decisions about an event that are not there yet; those that are there stay.
     *
     * @return all runs of the event as they are stored now, in the order of {@link #executions}
     */
    List<AutomationExecution> begin(TenantId tenant, UUID eventId, List<AutomationExecution> decided);

    /**
     * Keeps how far a run came, if it is there. What is done stays done, and a run that came less far than is kept changes nothing; one that
     * failed may go on.
     */
    void save(AutomationExecution run);

    /** The runs of an event or firing, in order of the automations' ids by code point. */
    List<AutomationExecution> executions(TenantId tenant, UUID eventId);

    /**
     * Erases what was fired about a contact, the details of its runs, and the causes of its deliveries; cancels those that are not
     * delivered, parked ones too. Details that a late worker brings afterwards are not kept. Of a firing there stay its id, which
     * is not given again, and its instant: instead of the contact's id it has one that says nothing, and instead of the hash 32 zero bytes.
     */
    void eraseContact(TenantId tenant, String contactId);

    /**
     * Removes firings and runs of before an instant whose deliveries are neither waiting nor parked; a firing stays as long as one of
     * its runs.
     *
     * @return how many rows
     */
    long purge(TenantId tenant, Instant before);
}
