package dev.ticketkit.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of deliveries as a host would map it; the database has the defaults of the rest. */
@Entity
@Table(name = "ticket_delivery")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class DeliveryEntity {
    @Id
    @Column(name = "event_id")
    private @Nullable UUID eventId;

    @Column(name = "tenant_id")
    private @Nullable String tenant;

    private String consumer = "*";

    @Column(name = "ticket_id")
    private @Nullable UUID ticketId;

    private long version = 1;

    /** For Hibernate. */
    DeliveryEntity() {}

    DeliveryEntity(PlainTicket from) {
        eventId = from.eventId();
        tenant = from.tenant();
        ticketId = from.id();
    }
}
