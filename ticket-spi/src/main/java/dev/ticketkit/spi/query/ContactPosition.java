package dev.ticketkit.spi.query;

import dev.ticketkit.spi.model.Priority;
import java.time.Instant;

/**
 * A place in a list of contacts by urgency.
 *
 * @param priority the highest priority
 * @param openedAt the latest opening
 * @param contactId the contact's id
 */
public record ContactPosition(Priority priority, Instant openedAt, String contactId) {}
