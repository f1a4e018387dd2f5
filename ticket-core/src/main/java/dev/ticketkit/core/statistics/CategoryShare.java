package dev.ticketkit.core.statistics;

import dev.ticketkit.spi.model.Category;
import org.jspecify.annotations.Nullable;

/**
 * A category's part of the tickets.
 *
 * @param category null for tickets without one
 * @param tickets how many
 * @param percent 0 to 100, unrounded
 */
public record CategoryShare(@Nullable Category category, long tickets, double percent) {}
