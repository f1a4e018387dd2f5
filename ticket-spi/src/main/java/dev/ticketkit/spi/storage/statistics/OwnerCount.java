package dev.ticketkit.spi.storage.statistics;

import dev.ticketkit.spi.model.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of one owner counted together: those of one priority.
 *
 * @param ownerId null for tickets without an owner
 * @param priority the priority they have now
 * @param tickets how many; 1 or more
 */
public record OwnerCount(@Nullable String ownerId, Priority priority, long tickets) {}
