package dev.ticketkit.core.command;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a ticket a fresh snapshot of its contact, or another contact.
 *
 * @param contact the contact as it shall be
 * @param idempotencyKey see {@link Command#idempotencyKey()}
 */
@JsonPropertyOrder({"contact", "idempotencyKey"})
public record ChangeContact(
        @NotNull @Valid @Nullable Contact contact,
        @CodePoints(min = 1, max = 255) @NoControl @Nullable String idempotencyKey)
        implements Command {

    /** For JSON. */
    @JsonCreator
    public ChangeContact(
            @JsonProperty("contact") @Nullable Contact contact,
            @JsonProperty("idempotencyKey") @Nullable String idempotencyKey) {
        this.contact = contact;
        this.idempotencyKey = idempotencyKey;
    }

    /** A change without a key. */
    public static ChangeContact to(Contact contact) {
        return new ChangeContact(contact, null);
    }

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public List<@Nullable Object> content() {
        return Collections.singletonList(Values.of(contact));
    }

    /** Names no values: they are a person's data. */
    @Override
    public String toString() {
        return "ChangeContact";
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(ChangeContact.class, property);
    }
}
