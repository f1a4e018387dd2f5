package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ticket has one of some priorities.
 *
 * @param priorities one or more
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PriorityIs(@Size(min = 1) Set<@NotNull Priority> priorities) implements Condition {
    /** Copies the set; null is none. */
    public PriorityIs {
        priorities = Copies.of(priorities);
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(PriorityIs.class, property);
    }
}
