package dev.ticketkit.spi;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/**
 * Holds the build open until the real classes arrive.
 *
 * @param name any name
 */
public record Placeholder(@JsonProperty("name") @NotNull String name) {}
