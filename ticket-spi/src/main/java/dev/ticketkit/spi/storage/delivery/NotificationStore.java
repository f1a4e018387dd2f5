package dev.ticketkit.spi.storage.delivery;

import dev.ticketkit.spi.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps which operators want no mail, and who was notified of what. */
public interface NotificationStore {
    /** Ids of the operators who have switched their mail off. */
    Set<String> optedOut(TenantId tenant);

    /** Switches one operator's mail off or on; touches nobody else's, whoever switches at the same time. */
    void setOptedOut(TenantId tenant, String operatorId, boolean optedOut);

    /** Keeps who was notified; replaces an earlier record of the same event and receiver. */
    void record(NotificationRecord record);

    /** The records of an event, the round to all first, then in order of receiver by code point. */
    List<NotificationRecord> records(TenantId tenant, UUID eventId);

    /**
     * Why what was undelivered of an event was given up when it was: {@code cancelled by deletion}, for one. Empty when nothing of it was
     * cancelled, or that was purged.
     */
    Optional<String> cancelled(TenantId tenant, UUID eventId);

    /** Removes records of before an instant; says how many. Switches stay. */
    long purge(TenantId tenant, Instant before);
}
