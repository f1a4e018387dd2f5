package dev.ticketkit.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of tickets whose words are to be indexed as a host would map it. */
@Entity
@Table(name = "ticket_unindexed")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class UnindexedEntity {
    @Id
    @Column(name = "ticket_id")
    private @Nullable UUID ticketId;

    @Column(name = "tenant_id")
    private @Nullable String tenant;

    private long version = 1;

    /** For Hibernate. */
    UnindexedEntity() {}

    UnindexedEntity(PlainTicket from) {
        ticketId = from.id();
        tenant = from.tenant();
    }
}
