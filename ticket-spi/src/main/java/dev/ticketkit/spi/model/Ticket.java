package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it was at one version. Immutable and safe to share between threads. Instants have microseconds.
 *
 * <p>Equality is by value over every field, so a ticket read twice at the same version is equal.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({
    "tenant",
    "id",
    "version",
    "reference",
    "title",
    "description",
    "status",
    "priority",
    "category",
    "contact",
    "owner",
    "origin",
    "externalId",
    "attributes",
    "openedAt",
    "updatedAt",
    "answeredAt",
    "closedAt",
    "reopenings",
    "deletedAt",
    "erasedAt"
})
public final class Ticket {
    private final TenantId tenant;
    private final TicketId id;
    private final long version;
    private final Reference reference;
    private final String title;
    private final @Nullable String description;
    private final Status status;
    private final Priority priority;
    private final @Nullable Category category;
    private final Contact contact;
    private final @Nullable Party owner;
    private final Origin origin;
    private final @Nullable String externalId;
    private final SortedMap<String, String> attributes;
    private final Instant openedAt;
    private final Instant updatedAt;
    private final @Nullable Instant answeredAt;
    private final @Nullable Instant closedAt;
    private final int reopenings;
    private final @Nullable Instant deletedAt;
    private final @Nullable Instant erasedAt;
    private final boolean stored;

    Ticket(TicketBuilder from) {
        tenant = required(from.tenant, "tenant");
        id = required(from.id, "id");
        version = from.version;
        reference = required(from.reference, "reference");
        title = required(from.title, "title");
        description = from.description;
        status = required(from.status, "status");
        priority = required(from.priority, "priority");
        category = from.category;
        contact = required(from.contact, "contact");
        owner = from.owner;
        origin = required(from.origin, "origin");
        externalId = from.externalId;
        attributes = sorted(from.attributes);
        openedAt = required(from.openedAt, "openedAt");
        updatedAt = required(from.updatedAt, "updatedAt");
        answeredAt = from.answeredAt;
        closedAt = from.closedAt;
        reopenings = from.reopenings;
        deletedAt = from.deletedAt;
        erasedAt = from.erasedAt;
        stored = from.stored;
    }

    /** Most tickets have none, and a change makes its ticket several times. */
    private static SortedMap<String, String> sorted(Map<String, String> attributes) {
        return attributes.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** A builder with nothing set but the defaults: status Open, priority MEDIUM, version 1. */
    public static TicketBuilder builder() {
        return new TicketBuilder();
    }

    /** A builder that starts from this ticket. */
    public TicketBuilder toBuilder() {
        return new TicketBuilder(this);
    }

    /**
     * Whether this object came from a store as it is, with every field as the store had it at this version. Not part of its value, of its
     * JSON or of a builder made from it: what was put together anywhere else never says so.
     */
    public boolean isAsStored() {
        return stored;
    }

    @JsonProperty
    public TenantId tenant() {
        return tenant;
    }

    @JsonProperty
    public TicketId id() {
        return id;
    }

    /** How many recorded changes it has had, the opening being 1; every change and note adds one. */
    @JsonProperty
    public long version() {
        return version;
    }

    @JsonProperty
    public Reference reference() {
        return reference;
    }

    /** 1 to 256 code points, plain text. */
    @JsonProperty
    public String title() {
        return title;
    }

    /** Up to 10,000 code points of plain text, never markup; escape it wherever it is rendered. */
    @JsonProperty
    public @Nullable String description() {
        return description;
    }

    @JsonProperty
    public Status status() {
        return status;
    }

    @JsonProperty
    public Priority priority() {
        return priority;
    }

    @JsonProperty
    public @Nullable Category category() {
        return category;
    }

    @JsonProperty
    public Contact contact() {
        return contact;
    }

    /** The operator who has it, or null when it is unassigned. */
    @JsonProperty
    public @Nullable Party owner() {
        return owner;
    }

    @JsonProperty
    public Origin origin() {
        return origin;
    }

    /** The host's own id of what the ticket is about, unique within the tenant, or null. */
    @JsonProperty
    public @Nullable String externalId() {
        return externalId;
    }

    /** Up to 32 texts by name, sorted by name; unmodifiable. */
    @JsonProperty
    public SortedMap<String, String> attributes() {
        return attributes;
    }

    /** When it was opened. */
    public Instant openedAt() {
        return openedAt;
    }

    /** When anything was last recorded, notes included. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** The earliest time of a public note by an operator, which is what answers its contact; null while there is none. */
    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** When it entered {@link MacroStatus#TERMINATED}; null while it is in progress. */
    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** How often it went back from terminated to in progress. */
    @JsonProperty
    public int reopenings() {
        return reopenings;
    }

    /** When it was deleted; null for every ticket the desk hands out, except in an audit. */
    public @Nullable Instant deletedAt() {
        return deletedAt;
    }

    /** When what it said of its contact was erased, or null. */
    public @Nullable Instant erasedAt() {
        return erasedAt;
    }

    /** From opening to the first answer, or null while there is none; negative when an imported note is older than the ticket. */
    public @Nullable Duration answeringTime() {
        return answeredAt == null ? null : Duration.between(openedAt, answeredAt);
    }

    /** From opening to closing, or null while it is in progress. */
    public @Nullable Duration closingTime() {
        return closedAt == null ? null : Duration.between(openedAt, closedAt);
    }

    @JsonProperty("openedAt")
    private String openedAtText() {
        return openedAt.toString();
    }

    @JsonProperty("updatedAt")
    private String updatedAtText() {
        return updatedAt.toString();
    }

    @JsonProperty("answeredAt")
    private @Nullable String answeredAtText() {
        return answeredAt == null ? null : answeredAt.toString();
    }

    @JsonProperty("closedAt")
    private @Nullable String closedAtText() {
        return closedAt == null ? null : closedAt.toString();
    }

    @JsonProperty("deletedAt")
    private @Nullable String deletedAtText() {
        return deletedAt == null ? null : deletedAt.toString();
    }

    @JsonProperty("erasedAt")
    private @Nullable String erasedAtText() {
        return erasedAt == null ? null : erasedAt.toString();
    }

    @JsonCreator
    private static Ticket fromJson(
            @JsonProperty("tenant") TenantId tenant,
            @JsonProperty("id") TicketId id,
            @JsonProperty("version") long version,
            @JsonProperty("reference") Reference reference,
            @JsonProperty("title") String title,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("status") Status status,
            @JsonProperty("priority") Priority priority,
            @JsonProperty("category") @Nullable Category category,
            @JsonProperty("contact") WrittenPeople.OfContact contact,
            @JsonProperty("owner") WrittenPeople.@Nullable OfParty owner,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("externalId") @Nullable String externalId,
            @JsonProperty("attributes") @Nullable Map<String, String> attributes,
            @JsonProperty("openedAt") String openedAt,
            @JsonProperty("updatedAt") String updatedAt,
            @JsonProperty("answeredAt") @Nullable String answeredAt,
            @JsonProperty("closedAt") @Nullable String closedAt,
            @JsonProperty("reopenings") int reopenings,
            @JsonProperty("deletedAt") @Nullable String deletedAt,
            @JsonProperty("erasedAt") @Nullable String erasedAt) {
        return builder()
                .tenant(tenant)
                .id(id)
                .version(version)
                .reference(reference)
                .title(title)
                .description(description)
                .status(status)
                .priority(priority)
                .category(category)
                .contact(required(contact, "contact").contact())
                .owner(owner == null ? null : owner.party())
                .origin(origin)
                .externalId(externalId)
                .attributes(attributes == null ? Map.of() : attributes)
                .openedAt(Instant.parse(openedAt))
                .updatedAt(Instant.parse(updatedAt))
                .answeredAt(answeredAt == null ? null : Instant.parse(answeredAt))
                .closedAt(closedAt == null ? null : Instant.parse(closedAt))
                .reopenings(reopenings)
                .deletedAt(deletedAt == null ? null : Instant.parse(deletedAt))
                .erasedAt(erasedAt == null ? null : Instant.parse(erasedAt))
                .build();
    }

    private static <T> T required(@Nullable T value, String field) {
        return Objects.requireNonNull(value, field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ticket that && asList().equals(that.asList());
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, id, version);
    }

    /** Ids only: safe to log. */
    @Override
    public String toString() {
        return "Ticket[" + id + " v" + version + "]";
    }

    private java.util.List<@Nullable Object> asList() {
        return java.util.Arrays.asList(
                tenant,
                id,
                version,
                reference,
                title,
                description,
                status,
                priority,
                category,
                contact,
                owner,
                origin,
                externalId,
                attributes,
                openedAt,
                updatedAt,
                answeredAt,
                closedAt,
                reopenings,
                deletedAt,
                erasedAt);
    }
}
