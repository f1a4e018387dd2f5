package dev.ticketkit.core.command;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes fields of a ticket. What is not set stays as it is; what may be empty is emptied by {@link Builder#clear}. Only what really
 * changes is recorded. Immutable; made by {@link #builder()} or read from JSON.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({
    "title",
    "description",
    "status",
    "priority",
    "category",
    "owner",
    "attributes",
    "removeAttributes",
    "clear",
    "version",
    "idempotencyKey"
})
public final class ChangeTicket implements Command {
    /** The fields that may be emptied. */
    public enum Clearable {
        DESCRIPTION,
        CATEGORY,
        OWNER
    }

    @CodePoints(min = 1, max = 256)
    @NoControl
    private final @Nullable String title;

    @CodePoints(max = 10_000)
    @NoControl(TextRule.BLOCK)
    private final @Nullable String description;

    @CodePoints(min = 1, max = 60)
    @NoControl
    private final @Nullable String status;

    private final @Nullable Priority priority;

    @CodePoints(min = 1, max = 100)
    @NoControl(TextRule.NAME)
    private final @Nullable String category;

    @Valid private final @Nullable Party owner;

    @Size(max = 32) private final SortedMap<
                    @CodePoints(min = 1, max = 64) @NoControl(TextRule.NAME) String,
                    @NotNull @CodePoints(max = 1000) @NoControl String>
            attributes;

    @Size(max = 32) private final Set<@CodePoints(min = 1, max = 64) @NoControl(TextRule.NAME) String> removeAttributes;

    private final Set<Clearable> clear;

    @Positive private final @Nullable Long version;

    @CodePoints(min = 1, max = 255)
    @NoControl
    private final @Nullable String idempotencyKey;

    private ChangeTicket(Builder from) {
        title = from.title;
        description = from.description;
        status = from.status;
        priority = from.priority;
        category = from.category;
        owner = from.owner;
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(from.attributes));
        removeAttributes = Collections.unmodifiableSet(new TreeSet<>(from.removeAttributes));
        clear = Collections.unmodifiableSet(from.clear.clone());
        version = from.version;
        idempotencyKey = from.idempotencyKey;
    }

    public static Builder builder() {
        return new Builder();
    }

    @JsonProperty
    public @Nullable String title() {
        return title;
    }

    /** Null keeps it, empty text empties it. */
    @JsonProperty
    public @Nullable String description() {
        return description;
    }

    /** A status key in any case. */
    @JsonProperty
    public @Nullable String status() {
        return status;
    }

    @JsonProperty
    public @Nullable Priority priority() {
        return priority;
    }

    /** A category's name; made if it is new. */
    @JsonProperty
    public @Nullable String category() {
        return category;
    }

    @JsonProperty
    public @Nullable Party owner() {
        return owner;
    }

    /** Attributes to set; others stay. */
    @JsonProperty
    public SortedMap<String, String> attributes() {
        return attributes;
    }

    /** Names of attributes to remove. */
    @JsonProperty
    public Set<String> removeAttributes() {
        return removeAttributes;
    }

    /** Fields to empty. */
    @JsonProperty
    public Set<Clearable> clear() {
        return clear;
    }

    /**
     * The version the caller looked at, or null to apply the change to the ticket as it is. On an older version the change lands if
     * the changes since touched other fields or set the same values, else it is refused as a conflict.
     */
    @JsonProperty
    public @Nullable Long version() {
        return version;
    }

    @Override
    @JsonProperty
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    @Override
    public String name() {
        return "change";
    }

    @Override
    public List<@Nullable Object> content() {
        return Arrays.asList(
                title,
                description,
                status,
                priority,
                category,
                Values.of(owner),
                attributes,
                removeAttributes,
                clear,
                version);
    }

    @JsonCreator
    private static ChangeTicket fromJson(
            @JsonProperty("title") @Nullable String title,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("status") @Nullable String status,
            @JsonProperty("priority") @Nullable Priority priority,
            @JsonProperty("category") @Nullable String category,
            @JsonProperty("owner") @Nullable Party owner,
            @JsonProperty("attributes") @Nullable Map<String, String> attributes,
            @JsonProperty("removeAttributes") @Nullable Set<String> removeAttributes,
            @JsonProperty("clear") @Nullable Set<Clearable> clear,
            @JsonProperty("version") @Nullable Long version,
            @JsonProperty("idempotencyKey") @Nullable String idempotencyKey) {
        Builder builder = builder();
        builder.title = title;
        builder.description = description;
        builder.status = status;
        builder.priority = priority;
        builder.category = category;
        builder.owner = owner;
        builder.attributes = attributes == null ? Map.of() : attributes;
        builder.removeAttributes = removeAttributes == null ? Set.of() : removeAttributes;
        builder.clear.addAll(clear == null ? Set.of() : clear);
        builder.version = version;
        return builder.idempotencyKey(idempotencyKey).build();
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(ChangeTicket.class, property);
    }

    /** Names no values: they are a person's text. */
    @Override
    public String toString() {
        return "ChangeTicket";
    }

    /** Builds the command; values are checked when the desk gets it. Not thread-safe. */
    public static final class Builder {
        private @Nullable String title;
        private @Nullable String description;
        private @Nullable String status;
        private @Nullable Priority priority;
        private @Nullable String category;
        private @Nullable Party owner;
        private Map<String, String> attributes = Map.of();
        private Set<String> removeAttributes = Set.of();
        private final EnumSet<Clearable> clear = EnumSet.noneOf(Clearable.class);
        private @Nullable Long version;
        private @Nullable String idempotencyKey;

        private Builder() {}

        public Builder title(String value) {
            title = Required.argument(value, "title");
            return this;
        }

        public Builder description(String value) {
            description = Required.argument(value, "description");
            return this;
        }

        /** By key, such as {@code resolved}. */
        public Builder status(@Nullable String value) {
            status = value;
            return this;
        }

        /** One of the catalogue, or such as {@link Status#RESOLVED}: its key is what counts. */
        public Builder status(Status value) {
            return status(Required.argument(value, "status").key());
        }

        public Builder priority(@Nullable Priority value) {
            priority = value;
            return this;
        }

        public Builder category(@Nullable String value) {
            category = value;
            return this;
        }

        public Builder owner(@Nullable Party value) {
            owner = value;
            return this;
        }

        public Builder attributes(Map<String, String> value) {
            attributes = Required.argument(value, "attributes");
            return this;
        }

        public Builder removeAttributes(Set<String> value) {
            removeAttributes = Required.argument(value, "removeAttributes");
            return this;
        }

        /** Empties fields. */
        public Builder clear(Clearable... fields) {
            clear.addAll(Required.all(fields, "clear"));
            return this;
        }

        /** See {@link ChangeTicket#version()}. */
        public Builder onVersion(long value) {
            version = value;
            return this;
        }

        /** Unique within the tenant and this kind of command; see {@link Command#idempotencyKey()}. */
        public Builder idempotencyKey(@Nullable String value) {
            idempotencyKey = value;
            return this;
        }

        public ChangeTicket build() {
            return new ChangeTicket(this);
        }
    }
}
