package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(OriginIs.class, property);
    }
}
