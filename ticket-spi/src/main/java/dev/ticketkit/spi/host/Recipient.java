package dev.ticketkit.spi.host;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.ActorKind;
import org.jspecify.annotations.Nullable;

/**
 * Who receives a notification.
 *
 * @param kind operator or contact
 * @param id the host's id
 * @param name the name to show, or null
 * @param email one address, or null
 * @param phone an E.164 number, or null
 * @param language the reader's language tag, or null for the tenant's
 */
@JsonPropertyOrder({"kind", "id", "name", "email", "phone", "language"})
public record Recipient(
        ActorKind kind,
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language) {}
