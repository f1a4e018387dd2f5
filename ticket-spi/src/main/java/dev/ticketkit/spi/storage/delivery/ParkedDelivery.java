package dev.ticketkit.spi.storage.delivery;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that was given up, until somebody releases it.
 *
 * @param tenant whose event
 * @param eventId the event
 * @param ticketId the event's ticket
 * @param consumer who was to be told; {@link Delivery#EVERYONE} when what happened could not be read
 * @param attempts how often it was tried
 * @param parkedAt when it was given up, by the store's time
 * @param cause why, at most 1,000 code points without controls
 */
public record ParkedDelivery(
        TenantId tenant,
        UUID eventId,
        TicketId ticketId,
        String consumer,
        int attempts,
        Instant parkedAt,
        String cause) {}
