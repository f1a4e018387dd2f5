package dev.ticketkit.spi.event;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.internal.Required;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket's history: who did what, when, from what, to what, caused by what. Immutable. Its id never changes, so whoever
 * gets it twice knows.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"id", "tenant", "ticketId", "version", "kind", "actor", "at", "cause", "changes", "note"})
public final class TicketEvent {
    private final UUID id;
    private final TenantId tenant;
    private final TicketId ticketId;
    private final long version;
    private final EventKind kind;
    private final Actor actor;
    private final Instant at;
    private final @Nullable Cause cause;
    private final List<FieldChange> changes;
    private final @Nullable Note note;

    private TicketEvent(Builder from) {
        id = Objects.requireNonNull(from.id, "id");
        tenant = Objects.requireNonNull(from.tenant, "tenant");
        ticketId = Objects.requireNonNull(from.ticketId, "ticketId");
        version = from.version;
        kind = Objects.requireNonNull(from.kind, "kind");
        actor = Objects.requireNonNull(from.actor, "actor");
        at = Objects.requireNonNull(from.at, "at");
        cause = from.cause;
        changes = List.copyOf(from.changes);
        note = from.note;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this event. */
    public Builder toBuilder() {
        return new Builder()
                .id(id)
                .tenant(tenant)
                .ticketId(ticketId)
                .version(version)
                .kind(kind)
                .actor(actor)
                .at(at)
                .cause(cause)
                .changes(changes)
                .note(note);
    }

    /**
     * The same event as an erasure of its ticket leaves it: no text but values of status, priority, category and owner. A contact who
     * acted is another now; the source of a cause stays only where an automation acted.
     *
     * @param contact what the ticket has instead of its contact
     */
    public TicketEvent erased(Contact contact) {
        return toBuilder()
                .actor(
                        actor.kind() == ActorKind.CONTACT
                                ? Actor.contact(contact.id(), contact.name() == null ? contact.id() : contact.name())
                                : actor)
                .cause(
                        cause == null || actor.kind() == ActorKind.AUTOMATION
                                ? cause
                                : new Cause(cause.eventId(), Cause.ERASED, cause.depth()))
                .changes(changes.stream().map(FieldChange::erased).toList())
                .note(note == null ? null : new Note(note.visibility(), ""))
                .build();
    }

    /** Stable: the same at every delivery. */
    @JsonProperty
    public UUID id() {
        return id;
    }

    @JsonProperty
    public TenantId tenant() {
        return tenant;
    }

    @JsonProperty
    public TicketId ticketId() {
        return ticketId;
    }

    /** The ticket's version after this event; history is ordered by it. */
    @JsonProperty
    public long version() {
        return version;
    }

    @JsonProperty
    public EventKind kind() {
        return kind;
    }

    @JsonProperty
    public Actor actor() {
        return actor;
    }

    /** When it happened, in microseconds, by the desk's clock or the instant the caller named. */
    public Instant at() {
        return at;
    }

    /** What led to it, or null when nothing did. */
    @JsonProperty
    public @Nullable Cause cause() {
        return cause;
    }

    /** The fields that changed; empty for openings, notes and deletions. */
    @JsonProperty
    public List<FieldChange> changes() {
        return changes;
    }

    /** The note that was added, or null. */
    @JsonProperty
    public @Nullable Note note() {
        return note;
    }

    /** Whether it answers the ticket's contact: a public note by an operator. */
    public boolean isAnswer() {
        return kind == EventKind.NOTED
                && actor.kind() == ActorKind.OPERATOR
                && note != null
                && note.visibility() == NoteVisibility.PUBLIC;
    }

    @JsonProperty("at")
    private String atText() {
        return at.toString();
    }

    @JsonCreator
    private static TicketEvent fromJson(
            @JsonProperty("id") UUID id,
            @JsonProperty("tenant") TenantId tenant,
            @JsonProperty("ticketId") TicketId ticketId,
            @JsonProperty("version") long version,
            @JsonProperty("kind") EventKind kind,
            @JsonProperty("actor") Actor actor,
            @JsonProperty("at") String at,
            @JsonProperty("cause") @Nullable Cause cause,
            @JsonProperty("changes") @Nullable List<FieldChange> changes,
            @JsonProperty("note") @Nullable Note note) {
        return builder()
                .id(id)
                .tenant(tenant)
                .ticketId(ticketId)
                .version(version)
                .kind(kind)
                .actor(actor)
                .at(Instant.parse(at))
                .cause(cause)
                .changes(changes == null ? List.of() : changes)
                .note(note)
                .build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketEvent that
                && id.equals(that.id)
                && tenant.equals(that.tenant)
                && ticketId.equals(that.ticketId)
                && version == that.version
                && kind == that.kind
                && actor.equals(that.actor)
                && at.equals(that.at)
                && Objects.equals(cause, that.cause)
                && changes.equals(that.changes)
                && Objects.equals(note, that.note);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Ids only: safe to log. */
    @Override
    public String toString() {
        return "TicketEvent[" + id + " " + kind + " of " + ticketId + " v" + version + "]";
    }

    /** Builds an event. Not thread-safe. */
    public static final class Builder {
        private @Nullable UUID id;
        private @Nullable TenantId tenant;
        private @Nullable TicketId ticketId;
        private long version;
        private @Nullable EventKind kind;
        private @Nullable Actor actor;
        private @Nullable Instant at;
        private @Nullable Cause cause;
        private List<FieldChange> changes = List.of();
        private @Nullable Note note;

        private Builder() {}

        public Builder id(UUID value) {
            id = Required.argument(value, "id");
            return this;
        }

        public Builder tenant(TenantId value) {
            tenant = Required.argument(value, "tenant");
            return this;
        }

        public Builder ticketId(TicketId value) {
            ticketId = Required.argument(value, "ticketId");
            return this;
        }

        public Builder version(long value) {
            version = value;
            return this;
        }

        public Builder kind(EventKind value) {
            kind = Required.argument(value, "kind");
            return this;
        }

        public Builder actor(Actor value) {
            actor = Required.argument(value, "actor");
            return this;
        }

        public Builder at(Instant value) {
            at = Required.argument(value, "at");
            return this;
        }

        public Builder cause(@Nullable Cause value) {
            cause = value;
            return this;
        }

        public Builder changes(List<FieldChange> value) {
            changes = Required.all(value, "changes");
            return this;
        }

        public Builder note(@Nullable Note value) {
            note = value;
            return this;
        }

        /**
         * The event.
         *
         * @throws NullPointerException naming the first required field that is missing
         */
        public TicketEvent build() {
            return new TicketEvent(this);
        }
    }
}
