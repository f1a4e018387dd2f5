package dev.ticketkit.spi.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.PersonText;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the person a ticket belongs to. The host owns the person; a ticket keeps what was known when it was opened, until
 * the host sends the contact again. Phone, e-mail and language are taken as people and systems write them and kept in one form
 * ({@link PersonText}), so that what is shown, searched and compared is always that form. Constraints are checked when a command carries
 * the contact, not when it is made.
 *
 * @param id the host's id of the person, 1 to 128 code points, compared as it is
 * @param name the name to show, or null
 * @param phone an international number, kept as E.164 such as {@code +390612345678}; null or blank for none
 * @param email one address of at most 254 code points; null or blank for none
 * @param language a language tag, kept as BCP 47 such as {@code it} or {@code it-IT}; null or blank for the tenant's
 */
@JsonPropertyOrder({"id", "name", "phone", "email", "language"})
public record Contact(
        @NotNull @CodePoints(min = 1, max = 128) @NoControl String id,

        @Nullable @CodePoints(max = 256) @NoControl(TextRule.LABEL)
        String name,

        @Nullable @Pattern(regexp = "\\+[1-9][0-9]{1,14}", message = Contact.PHONE) String phone,

        @Nullable @CodePoints(max = 254)
        @NoControl(TextRule.NAME)
        @Pattern(regexp = "[^@\\s\\p{Z},;<>\"]++@[^@\\s\\p{Z},;<>\"]++", message = Contact.EMAIL) String email,

        @Nullable @CodePoints(max = 35)
        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}", message = Contact.LANGUAGE)
        String language) {
    private static final String PHONE = "{dev.ticketkit.spi.model.Contact.phone.message}";
    private static final String EMAIL = "{dev.ticketkit.spi.model.Contact.email.message}";
    private static final String LANGUAGE = "{dev.ticketkit.spi.model.Contact.language.message}";

    /** For JSON and for hosts that know all. */
    @JsonCreator
    public Contact(
            @JsonProperty("id") String id,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("phone") @Nullable String phone,
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("language") @Nullable String language) {
        this.id = id;
        this.name = name;
        this.phone = PersonText.phone(phone);
        this.email = PersonText.email(email);
        this.language = PersonText.language(language);
    }

    /** A contact of whom only id and name are known. */
    public static Contact of(String id, @Nullable String name) {
        return new Contact(id, name, null, null, null);
    }

    /** A copy with a phone number. */
    public Contact withPhone(@Nullable String value) {
        return new Contact(id, name, value, email, language);
    }

    /** A copy with an e-mail address. */
    public Contact withEmail(@Nullable String value) {
        return new Contact(id, name, phone, value, language);
    }

    /** A copy with a language tag. */
    public Contact withLanguage(@Nullable String value) {
        return new Contact(id, name, phone, email, value);
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(Contact.class, property);
    }
}
