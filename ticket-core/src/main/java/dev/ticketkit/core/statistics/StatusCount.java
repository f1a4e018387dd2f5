package dev.ticketkit.core.statistics;

import dev.ticketkit.spi.model.Status;

/**
 * How many tickets are in a status.
 *
 * @param status which one
 * @param label its word in the tenant's language
 * @param tickets how many; may be 0
 */
public record StatusCount(Status status, String label, long tickets) {}
