package dev.ticketkit.spi.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.internal.Required;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field's way from one value to another, as text.
 *
 * @param field which field
 * @param attribute the attribute's name when the field is {@link TicketField#ATTRIBUTE}, empty once it was erased; the field's own name when it
 *     is {@link TicketField#UNKNOWN}; else null
 * @param from the value before, null when empty
 * @param to the value after, null when empty
 */
@JsonPropertyOrder({"field", "attribute", "from", "to"})
public record FieldChange(
        TicketField field,
        @Nullable String attribute,
        @Nullable String from,
        @Nullable String to) {

    /** Requires the field, and a name exactly when the field is an attribute or unknown. */
    @JsonCreator
    public FieldChange(
            @JsonProperty("field") TicketField field,
            @JsonProperty("attribute") @Nullable String attribute,
            @JsonProperty("from") @Nullable String from,
            @JsonProperty("to") @Nullable String to) {
        this.field = Objects.requireNonNull(field, "field");
        if ((field == TicketField.ATTRIBUTE || field == TicketField.UNKNOWN) != (attribute != null)) {
            throw new IllegalArgumentException("a name goes with the fields ATTRIBUTE and UNKNOWN and no other");
        }
        this.attribute = attribute;
        this.from = from;
        this.to = to;
    }

    /** A change of any field but an attribute. */
    public static FieldChange of(TicketField field, @Nullable String from, @Nullable String to) {
        return new FieldChange(field, null, from, to);
    }

    /** A change of one attribute. */
    public static FieldChange ofAttribute(String name, @Nullable String from, @Nullable String to) {
        return new FieldChange(TicketField.ATTRIBUTE, Required.argument(name, "name"), from, to);
    }

    /** The same change as an erasure leaves it: values only of status, priority, category and owner, and no attribute's name. */
    public FieldChange erased() {
        return switch (field) {
            case STATUS, PRIORITY, CATEGORY, OWNER, OWNER_LABEL -> this;
            case ATTRIBUTE -> ofAttribute("", null, null);
            case UNKNOWN -> new FieldChange(field, withoutDetail(key()), null, null);
            case TITLE, DESCRIPTION, CONTACT_ID, CONTACT_NAME, CONTACT_PHONE, CONTACT_EMAIL, CONTACT_LANGUAGE ->
                of(field, null, null);
        };
    }

    /** The field as one word, such as {@code TITLE} or {@code ATTRIBUTE:colour}. */
    public String key() {
        if (attribute == null) {
            return field.name();
        }
        return field == TicketField.UNKNOWN ? attribute : field.name() + ":" + attribute;
    }

    /**
     * The change of a field by its {@linkplain #key() word}, as a store keeps it; one that is not known here is
     * {@link TicketField#UNKNOWN}, so that what a newer version of the library recorded can be read and kept.
     */
    public static FieldChange ofKey(String key, @Nullable String from, @Nullable String to) {
        int colon = Required.argument(key, "key").indexOf(':');
        String name = colon < 0 ? key : key.substring(0, colon);
        TicketField field = known(name);
        boolean named = field == TicketField.ATTRIBUTE;
        return field == TicketField.UNKNOWN || named != (colon >= 0)
                ? new FieldChange(TicketField.UNKNOWN, key, from, to)
                : new FieldChange(field, named ? key.substring(colon + 1) : null, from, to);
    }

    private static TicketField known(String name) {
        try {
            return TicketField.valueOf(name);
        } catch (IllegalArgumentException e) {
            return TicketField.UNKNOWN;
        }
    }

    private static String withoutDetail(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? key : key.substring(0, colon);
    }
}
