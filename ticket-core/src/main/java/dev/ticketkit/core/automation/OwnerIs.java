package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketkit.spi.constraint.CodePoints;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * The ticket is owned by one of some operators.
 *
 * @param ids at most 100
 * @param nobody whether having no owner counts too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OwnerIs(@Size(max = 100) Set<@NotNull @CodePoints(min = 1, max = 128) String> ids, boolean nobody)
        implements Condition {
    /** Copies the set; null is none. */
    public OwnerIs {
        ids = Copies.of(ids);
    }
}
