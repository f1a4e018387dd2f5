package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of events as a host would map it. */
@Entity
@Table(name = "ticket_event")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class EventEntity {
    @Id
    private @Nullable UUID id;

    @Column(name = "tenant_id")
    private @Nullable String tenant;

    @Column(name = "ticket_id")
    private @Nullable UUID ticketId;

    private long version = 1;

    @Column(name = "receipt_version")
    private long receiptVersion = 1;

    private String kind = "OPENED";

    @Column(name = "occurred_at")
    private @Nullable OffsetDateTime occurredAt;

    @Column(name = "actor_kind")
    private String actorKind = "OPERATOR";

    @Column(name = "actor_id")
    private String actorId = OurDesk.ACTOR.id();

    @Column(name = "actor_label")
    private String actorLabel = OurDesk.ACTOR.label();

    @Column(name = "change_keys")
    private String[] changeKeys = {};

    @Column(name = "change_froms")
    private String[] changeFroms = {};

    @Column(name = "change_tos")
    private String[] changeTos = {};

    @Column(name = "reference_hash")
    private byte @Nullable [] referenceHash;

    /** For Hibernate. */
    EventEntity() {}

    EventEntity(PlainTicket from) {
        id = from.eventId();
        tenant = from.tenant();
        ticketId = from.id();
        occurredAt = from.now();
        referenceHash = from.referenceHash();
    }
}
