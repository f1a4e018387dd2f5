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
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Opens a ticket. Only the title is always required; the contact is implied when the ticket is opened from the contact's own chat.
 * Immutable; made by {@link #builder()} or read from JSON.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({
    "title",
    "description",
    "reference",
    "status",
    "priority",
    "category",
    "contact",
    "owner",
    "externalId",
    "attributes",
    "idempotencyKey"
})
public final class OpenTicket implements Command {
    @NotNull @CodePoints(min = 1, max = 256)
    @NoControl
    private final @Nullable String title;

    @CodePoints(max = 10_000)
    @NoControl(TextRule.BLOCK)
    private final @Nullable String description;

    @CodePoints(min = 1, max = 256)
    @NoControl(TextRule.NAME)
    private final @Nullable String reference;

    @CodePoints(min = 1, max = 60)
    @NoControl
    private final @Nullable String status;

    private final @Nullable Priority priority;

    @CodePoints(min = 1, max = 100)
    @NoControl(TextRule.NAME)
    private final @Nullable String category;

    @Valid private final @Nullable Contact contact;

    @Valid private final @Nullable Party owner;

    @CodePoints(min = 1, max = 256)
    @NoControl
    private final @Nullable String externalId;

    @Size(max = 32) private final SortedMap<
                    @CodePoints(min = 1, max = 64) @NoControl(TextRule.NAME) String,
                    @NotNull @CodePoints(max = 1000) @NoControl String>
            attributes;

    @CodePoints(min = 1, max = 255)
    @NoControl
    private final @Nullable String idempotencyKey;

    private OpenTicket(Builder from) {
        title = from.title;
        description = from.description;
        reference = from.reference;
        status = from.status;
        priority = from.priority;
        category = from.category;
        contact = from.contact;
        owner = from.owner;
        externalId = from.externalId;
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(from.attributes));
        idempotencyKey = from.idempotencyKey;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A copy for a contact. */
    public OpenTicket withContact(Contact value) {
        return toBuilder().contact(value).build();
    }

    /** A builder that starts from this command. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Required, 1 to 256 code points, one line; outer blanks are removed. */
    @JsonProperty
    public @Nullable String title() {
        return title;
    }

    /** Plain text of at most 10,000 code points; null or empty for none. */
    @JsonProperty
    public @Nullable String description() {
        return description;
    }

    /** A reference set by hand, or null to have one made. */
    @JsonProperty
    public @Nullable String reference() {
        return reference;
    }

    /** A status key in any case; null for Open. */
    @JsonProperty
    public @Nullable String status() {
        return status;
    }

    /** Null for {@link Priority#MEDIUM}. */
    @JsonProperty
    public @Nullable Priority priority() {
        return priority;
    }

    /** A category's name; made if it is new; null for none. */
    @JsonProperty
    public @Nullable String category() {
        return category;
    }

    /** Whose ticket it is. */
    @JsonProperty
    public @Nullable Contact contact() {
        return contact;
    }

    /** The operator who has it; null for nobody. */
    @JsonProperty
    public @Nullable Party owner() {
        return owner;
    }

    /** The host's own id of what this is about, unique within the tenant; null for none. */
    @JsonProperty
    public @Nullable String externalId() {
        return externalId;
    }

    /** Up to 32 texts by name: names of 1 to 64 code points, texts of at most 1,000. */
    @JsonProperty
    public SortedMap<String, String> attributes() {
        return attributes;
    }

    @Override
    @JsonProperty
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    @Override
    public String name() {
        return "open";
    }

    @Override
    public List<@Nullable Object> content() {
        return Arrays.asList(
                title,
                description,
                reference,
                status,
                priority,
                category,
                Values.of(contact),
                Values.of(owner),
                externalId,
                attributes);
    }

    @JsonCreator
    private static OpenTicket fromJson(
            @JsonProperty("title") @Nullable String title,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("reference") @Nullable String reference,
            @JsonProperty("status") @Nullable String status,
            @JsonProperty("priority") @Nullable Priority priority,
            @JsonProperty("category") @Nullable String category,
            @JsonProperty("contact") @Nullable Contact contact,
            @JsonProperty("owner") @Nullable Party owner,
            @JsonProperty("externalId") @Nullable String externalId,
            @JsonProperty("attributes") @Nullable Map<String, String> attributes,
            @JsonProperty("idempotencyKey") @Nullable String idempotencyKey) {
        Builder builder =
                builder().description(description).reference(reference).status(status);
        builder.title = title;
        builder.priority = priority;
        builder.contact = contact;
        return builder.category(category)
                .owner(owner)
                .externalId(externalId)
                .attributes(attributes == null ? Map.of() : attributes)
                .idempotencyKey(idempotencyKey)
                .build();
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(OpenTicket.class, property);
    }

    /** Names no values: they are a person's text. */
    @Override
    public String toString() {
        return "OpenTicket";
    }

    /** Builds the command; values are checked when the desk gets it. Not thread-safe. */
    public static final class Builder {
        private @Nullable String title;
        private @Nullable String description;
        private @Nullable String reference;
        private @Nullable String status;
        private @Nullable Priority priority;
        private @Nullable String category;
        private @Nullable Contact contact;
        private @Nullable Party owner;
        private @Nullable String externalId;
        private Map<String, String> attributes = Map.of();
        private @Nullable String idempotencyKey;

        private Builder() {}

        private Builder(OpenTicket from) {
            title = from.title;
            description = from.description;
            reference = from.reference;
            status = from.status;
            priority = from.priority;
            category = from.category;
            contact = from.contact;
            owner = from.owner;
            externalId = from.externalId;
            attributes = from.attributes;
            idempotencyKey = from.idempotencyKey;
        }

        public Builder title(@Nullable String value) {
            title = value;
            return this;
        }

        public Builder description(@Nullable String value) {
            description = value;
            return this;
        }

        public Builder reference(@Nullable String value) {
            reference = value;
            return this;
        }

        /** By key, such as {@code waiting}. */
        public Builder status(@Nullable String value) {
            status = value;
            return this;
        }

        /** One of the catalogue, or such as {@link Status#WAITING}: its key is what counts. */
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

        public Builder contact(Contact value) {
            contact = Required.argument(value, "contact");
            return this;
        }

        public Builder owner(@Nullable Party value) {
            owner = value;
            return this;
        }

        public Builder externalId(@Nullable String value) {
            externalId = value;
            return this;
        }

        public Builder attributes(Map<String, String> value) {
            attributes = Required.argument(value, "attributes");
            return this;
        }

        /** Unique within the tenant and this kind of command; see {@link Command#idempotencyKey()}. */
        public Builder idempotencyKey(@Nullable String value) {
            idempotencyKey = value;
            return this;
        }

        public OpenTicket build() {
            return new OpenTicket(this);
        }
    }
}
