package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Priority;

/**
 * How many tickets have a priority.
 *
 * @param priority which one
 * @param label its word in the tenant's language
 * @param tickets how many; may be 0
 */
@JsonPropertyOrder({"priority", "label", "tickets"})
public record PriorityCount(Priority priority, String label, long tickets) {}
