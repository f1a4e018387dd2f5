package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Status;

/**
 * How many tickets are in a status.
 *
 * @param status which one
 * @param label its word in the tenant's language
 * @param tickets how many; may be 0
 */
@JsonPropertyOrder({"status", "label", "tickets"})
public record StatusCount(Status status, String label, long tickets) {}
