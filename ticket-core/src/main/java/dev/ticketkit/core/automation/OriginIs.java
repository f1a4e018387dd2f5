package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketkit.spi.model.Origin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * The ticket has one of some origins.
 *
 * @param origins one or more
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OriginIs(@Size(min = 1) Set<@NotNull Origin> origins) implements Condition {
    /** Copies the set; null is none. */
    public OriginIs {
        origins = Copies.of(origins);
    }
}
