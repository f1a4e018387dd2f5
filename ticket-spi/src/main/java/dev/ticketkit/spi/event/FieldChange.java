package dev.ticketkit.spi.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field's way from one value to another, as text.
 *
 * @param field which field
 * @param attribute the attribute's name when the field is {@link TicketField#ATTRIBUTE}, else null; empty once it was erased
 * @param from the value before, null when empty
 * @param to the value after, null when empty
 */
@JsonPropertyOrder({"field", "attribute", "from", "to"})
public record FieldChange(
        TicketField field,
        @Nullable String attribute,
        @Nullable String from,
        @Nullable String to) {

    /** Requires the field, and an attribute name exactly when the field is an attribute. */
    @JsonCreator
    public FieldChange(
            @JsonProperty("field") TicketField field,
            @JsonProperty("attribute") @Nullable String attribute,
            @JsonProperty("from") @Nullable String from,
            @JsonProperty("to") @Nullable String to) {
        this.field = Objects.requireNonNull(field, "field");
        if ((field == TicketField.ATTRIBUTE) != (attribute != null)) {
            throw new IllegalArgumentException("an attribute name goes with the field ATTRIBUTE and no other");
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
        return new FieldChange(TicketField.ATTRIBUTE, name, from, to);
    }

    /** The same change as an erasure leaves it: values only of status, priority, category and owner, and no attribute's name. */
    public FieldChange erased() {
        return switch (field) {
            case STATUS, PRIORITY, CATEGORY, OWNER, OWNER_LABEL -> this;
            case ATTRIBUTE -> ofAttribute("", null, null);
            case TITLE, DESCRIPTION, CONTACT_ID, CONTACT_NAME, CONTACT_PHONE, CONTACT_EMAIL, CONTACT_LANGUAGE ->
                of(field, null, null);
        };
    }

    /** The field as one word, such as {@code TITLE} or {@code ATTRIBUTE:colour}. */
    public String key() {
        return attribute == null ? field.name() : field.name() + ":" + attribute;
    }
}
