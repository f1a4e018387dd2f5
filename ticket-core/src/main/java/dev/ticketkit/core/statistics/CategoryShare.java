package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Category;
import org.jspecify.annotations.Nullable;

/**
 * A category's part of the tickets.
 *
 * @param category null for tickets without one
 * @param tickets how many
 * @param percent 0 to 100, unrounded
 */
@JsonPropertyOrder({"category", "tickets", "percent"})
public record CategoryShare(@Nullable Category category, long tickets, double percent) {}
