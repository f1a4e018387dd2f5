package dev.ticketkit.core.statistics;

import dev.ticketkit.spi.model.Priority;

/**
 * How many tickets have a priority.
 *
 * @param priority which one
 * @param label its word in the tenant's language
 * @param tickets how many; may be 0
 */
public record PriorityCount(Priority priority, String label, long tickets) {}
