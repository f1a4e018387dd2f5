package dev.ticketkit.spi.storage.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that was given up, until it is released.
 *
 * @param tenant whose event
 * @param eventId the event
 * @param ticketId the event's ticket
 * @param consumer who was to get it; {@link Delivery#EVERYONE} when what happened could not be read
 * @param attempts how often it was tried
 * @param parkedAt when it was given up, by the store's time
 * @param cause why, at most 1,000 code points without controls
 */
@JsonPropertyOrder({"tenant", "eventId", "ticketId", "consumer", "attempts", "parkedAt", "cause"})
public record ParkedDelivery(
        TenantId tenant,
        UUID eventId,
        TicketId ticketId,
        String consumer,
        int attempts,
        Instant parkedAt,
        String cause) {
    @JsonProperty("parkedAt")
    private String parkedAtText() {
        return parkedAt.toString();
    }

    @JsonCreator
    private static ParkedDelivery fromJson(
            @JsonProperty("tenant") TenantId tenant,
            @JsonProperty("eventId") UUID eventId,
            @JsonProperty("ticketId") TicketId ticketId,
            @JsonProperty("consumer") String consumer,
            @JsonProperty("attempts") int attempts,
            @JsonProperty("parkedAt") String parkedAt,
            @JsonProperty("cause") String cause) {
        return new ParkedDelivery(tenant, eventId, ticketId, consumer, attempts, Instant.parse(parkedAt), cause);
    }
}
