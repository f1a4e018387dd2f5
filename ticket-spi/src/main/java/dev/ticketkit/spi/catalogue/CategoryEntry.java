package dev.ticketkit.spi.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Category;
import java.util.Objects;

/**
 * A category as a tenant's catalogue keeps it.
 *
 * @param category id and name
 * @param hidden whether it may no longer be chosen
 */
@JsonPropertyOrder({"category", "hidden"})
public record CategoryEntry(Category category, boolean hidden) {
    /** Requires the category. */
    @JsonCreator
    public CategoryEntry(@JsonProperty("category") Category category, @JsonProperty("hidden") boolean hidden) {
        this.category = Objects.requireNonNull(category, "category");
        this.hidden = hidden;
    }
}
