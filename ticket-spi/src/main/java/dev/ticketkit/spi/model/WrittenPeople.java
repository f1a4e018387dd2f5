package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The people of a ticket that a desk wrote as JSON, perhaps a newer one: unlike those of a command they may have properties nobody knows
 * here, as the ticket itself may.
 */
final class WrittenPeople {
    private WrittenPeople() {}

    /** A contact. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfContact(Contact contact) {
        @JsonCreator
        static OfContact fromJson(
                @JsonProperty("id") String id,
                @JsonProperty("name") @Nullable String name,
                @JsonProperty("phone") @Nullable String phone,
                @JsonProperty("email") @Nullable String email,
                @JsonProperty("language") @Nullable String language) {
            return new OfContact(new Contact(id, name, phone, email, language));
        }
    }

    /** An owner. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfParty(Party party) {
        @JsonCreator
        static OfParty fromJson(@JsonProperty("id") String id, @JsonProperty("label") String label) {
            return new OfParty(new Party(id, label));
        }
    }
}
