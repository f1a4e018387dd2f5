package dev.ticketkit.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of what statistics have to count as a host would map it. */
@Entity
@Table(name = "ticket_delta")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class DeltaEntity {
    @Id
    @Column(name = "event_id")
    private @Nullable UUID eventId;

    @Column(name = "tenant_id")
    private @Nullable String tenant;

    private long part = 1;
    private short weight = 1;

    @Column(name = "category_id")
    private @Nullable UUID categoryId;

    @Column(name = "status_key")
    private String status = "open";

    @Column(name = "status_position")
    private int statusPosition = 1;

    @Column(name = "macro_status")
    private String macroStatus = "IN_PROGRESS";

    private short priority;

    @Column(name = "opened_day")
    private int openedDay;

    @Column(name = "opened_month")
    private int openedMonth;

    private int reopenings;

    /** For Hibernate. */
    DeltaEntity() {}

    DeltaEntity(PlainTicket from) {
        eventId = from.eventId();
        tenant = from.tenant();
        categoryId = from.categoryId();
        priority = (short) from.text().priority();
        openedDay = from.openedDay();
        openedMonth = from.openedMonth();
    }
}
