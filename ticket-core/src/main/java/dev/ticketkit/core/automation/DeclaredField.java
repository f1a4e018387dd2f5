package dev.ticketkit.core.automation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A dynamic field the host gives when it fires.
 *
 * @param name 1 to 100 of {@code A-Z 0-9 _}, not starting with {@code TICKET_}
 * @param optional whether it may be empty
 */
public record DeclaredField(
        @NotNull @Pattern(regexp = "[A-Z0-9_]{1,100}", message = "must be 1 to 100 of A-Z, 0-9 and _") @Nullable String name,

        boolean optional) {}
