package dev.ticketkit.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of tickets as a host would map it. */
@Entity
@Table(name = "ticket")
@SuppressWarnings("UnusedVariable") // read by Hibernate
class TicketEntity {
    @Id
    private @Nullable UUID id;

    @Column(name = "tenant_id")
    private @Nullable String tenant;

    private long version = 1;
    private @Nullable String reference;

    @Column(name = "reference_fold")
    private @Nullable String referenceFold;

    @Column(name = "reference_sort")
    private byte @Nullable [] referenceSort;

    private @Nullable String title;

    @Column(name = "title_sort")
    private byte @Nullable [] titleSort;

    private @Nullable String description;

    @Column(name = "search_text")
    private @Nullable String searchText;

    @Column(name = "status_key")
    private String status = "open";

    @Column(name = "status_position")
    private int statusPosition = 1;

    @Column(name = "macro_status")
    private String macroStatus = "IN_PROGRESS";

    private short priority;

    @Column(name = "category_id")
    private @Nullable UUID categoryId;

    @Column(name = "category_sort")
    private byte @Nullable [] categorySort;

    @Column(name = "contact_id")
    private @Nullable String contactId;

    @Column(name = "contact_name")
    private @Nullable String contactName;

    @Column(name = "contact_sort")
    private byte @Nullable [] contactSort;

    @Column(name = "owner_sort")
    private byte[] ownerSort = {(byte) 0xFF};

    private String origin = "OPERATOR";
    private String[] attributes = {};

    @Column(name = "attribute_terms")
    private String[] attributeTerms = {};

    @Column(name = "opened_at")
    private @Nullable OffsetDateTime openedAt;

    @Column(name = "updated_at")
    private @Nullable OffsetDateTime updatedAt;

    private int reopenings;

    /** For Hibernate. */
    TicketEntity() {}

    TicketEntity(PlainTicket from) {
        id = from.id();
        tenant = from.tenant();
        reference = from.reference();
        referenceFold = PlainTicket.lower(from.reference());
        referenceSort = PlainTicket.bytes(referenceFold);
        title = from.text().title();
        titleSort = PlainTicket.bytes(PlainTicket.lower(title));
        description = from.text().description();
        searchText = from.searchText();
        priority = (short) from.text().priority();
        categoryId = from.categoryId();
        categorySort = PlainTicket.bytes(PlainTicket.lower(from.text().categoryName()));
        contactId = from.text().contactId();
        contactName = from.text().contactName();
        contactSort = PlainTicket.bytes(PlainTicket.lower(contactName));
        openedAt = from.now();
        updatedAt = from.now();
    }
}
