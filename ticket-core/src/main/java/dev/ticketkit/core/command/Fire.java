package dev.ticketkit.core.command;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.core.template.FieldValue;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Starts the automations that wait for a name: something happened in the host's own system. The contact is implied when it is fired from
 * the contact's own chat. Immutable; made by {@link #starter} or read from JSON, where a field is a
 * text, a whole number or the object of its type: {@code {"starter": "late", "fields": {"ORDER": "1"}}}.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
@JsonPropertyOrder({"starter", "contact", "fields", "idempotencyKey"})
public final class Fire implements Command {
    @NotNull @CodePoints(min = 1, max = 100)
    @NoControl(TextRule.NAME)
    private final @Nullable String starter;

    @Valid private final @Nullable Contact contact;

    @Size(max = FieldValues.MAX_FIELDS) private final SortedMap<String, @NotNull FieldValue> fields;

    @CodePoints(min = 1, max = 255)
    @NoControl
    private final @Nullable String idempotencyKey;

    private Fire(Builder from) {
        starter = from.starter;
        contact = from.contact;
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(from.fields));
        idempotencyKey = from.idempotencyKey;
    }

    /** Begins with the starter's name, as automations wait for it. */
    public static Builder starter(String name) {
        return new Builder(name);
    }

    /** The name automations wait for. */
    @JsonProperty
    public @Nullable String starter() {
        return starter;
    }

    /** About whom. */
    @JsonProperty
    public @Nullable Contact contact() {
        return contact;
    }

    /** The dynamic fields given with it, by name. */
    @JsonProperty
    public Map<String, FieldValue> fields() {
        return fields;
    }

    @Override
    @JsonProperty
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    /** A copy about a contact. */
    public Fire withContact(Contact value) {
        Builder copy = new Builder(starter).contact(value).idempotencyKey(idempotencyKey);
        copy.fields.putAll(fields);
        return copy.build();
    }

    @Override
    public String name() {
        return "fire";
    }

    @Override
    public List<@Nullable Object> content() {
        SortedMap<String, List<String>> values = new TreeMap<>();
        fields.forEach((name, value) -> values.put(name, List.of(value.type().name(), value.raw())));
        return java.util.Arrays.asList(starter, contact == null ? null : Values.of(contact), values);
    }

    @JsonCreator
    private static Fire fromJson(
            @JsonProperty("starter") @Nullable String starter,
            @JsonProperty("contact") @Nullable Contact contact,
            @JsonProperty("fields") @Nullable Map<String, FieldValue> fields,
            @JsonProperty("idempotencyKey") @Nullable String idempotencyKey) {
        Builder builder = new Builder(starter).contact(contact).idempotencyKey(idempotencyKey);
        if (fields != null) {
            fields.forEach(builder::field);
        }
        return builder.build();
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(Fire.class, property);
    }

    /** Builds it. Not thread-safe. */
    public static final class Builder {
        private final @Nullable String starter;
        private final Map<String, FieldValue> fields = new TreeMap<>();
        private @Nullable Contact contact;
        private @Nullable String idempotencyKey;

        private Builder(@Nullable String starter) {
            this.starter = starter;
        }

        public Builder contact(@Nullable Contact value) {
            contact = value;
            return this;
        }

        /** A dynamic field that is a text; see {@link FieldValues#of} for the limits. */
        public Builder field(String name, String text) {
            return field(name, FieldValue.text(Required.argument(text, "field")));
        }

        /** A dynamic field: a text, a number, a day or an instant. */
        public Builder field(String name, FieldValue value) {
            fields.put(Required.argument(name, "field"), Required.argument(value, "field"));
            return this;
        }

        public Builder idempotencyKey(@Nullable String value) {
            idempotencyKey = value;
            return this;
        }

        public Fire build() {
            return new Fire(this);
        }
    }
}
