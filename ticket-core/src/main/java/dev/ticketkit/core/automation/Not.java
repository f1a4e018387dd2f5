package dev.ticketkit.core.automation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A condition does not hold.
 *
 * @param condition which
 */
public record Not(@NotNull @Valid @Nullable Condition condition) implements Condition {}
