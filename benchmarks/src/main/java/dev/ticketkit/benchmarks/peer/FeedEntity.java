package dev.ticketkit.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of events that have no position in the feed yet as a host would map it. */
@Entity
@Table(name = "ticket_unsequenced")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class FeedEntity {
    @Id
    @Column(name = "event_id")
    private @Nullable UUID eventId;

    @Column(name = "tenant_id")
    private @Nullable String tenant;

    @Column(name = "ticket_id")
    private @Nullable UUID ticketId;

    private long version = 1;

    /** For Hibernate. */
    FeedEntity() {}

    FeedEntity(PlainTicket from) {
        eventId = from.eventId();
        tenant = from.tenant();
        ticketId = from.id();
    }
}
