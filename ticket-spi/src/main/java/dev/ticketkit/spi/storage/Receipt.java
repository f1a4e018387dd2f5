package dev.ticketkit.spi.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TicketId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to: ids, no text. The same command with the same idempotency key gives the same receipt.
 *
 * @param ticketId the ticket
 * @param reference its reference
 * @param version the ticket's version after the command
 * @param eventId the recorded event, or null when there was nothing to record
 */
@JsonPropertyOrder({"ticketId", "reference", "version", "eventId"})
public record Receipt(
        TicketId ticketId,
        Reference reference,
        long version,
        @Nullable UUID eventId) {
    /** For JSON. */
    @JsonCreator
    public Receipt(
            @JsonProperty("ticketId") TicketId ticketId,
            @JsonProperty("reference") Reference reference,
            @JsonProperty("version") long version,
            @JsonProperty("eventId") @Nullable UUID eventId) {
        this.ticketId = ticketId;
        this.reference = reference;
        this.version = version;
        this.eventId = eventId;
    }
}
