package dev.ticketkit.spi.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Priority;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A priority as a tenant's catalogue keeps it.
 *
 * @param priority which one
 * @param label the tenant's own word, 1 to 60 code points, or null for the words of each language
 * @param offered whether it may be chosen
 */
@JsonPropertyOrder({"priority", "label", "offered"})
public record PriorityEntry(Priority priority, @Nullable String label, boolean offered) {
    /** Requires the priority. */
    @JsonCreator
    public PriorityEntry(
            @JsonProperty("priority") Priority priority,
            @JsonProperty("label") @Nullable String label,
            @JsonProperty("offered") boolean offered) {
        this.priority = Objects.requireNonNull(priority, "priority");
        this.label = label;
        this.offered = offered;
    }
}
