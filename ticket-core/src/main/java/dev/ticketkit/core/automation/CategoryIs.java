package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ticket is in one of some categories. A firing has no ticket yet: then it has no category.
 *
 * @param names in any spelling, at most 100
 * @param none whether having no category counts too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"names", "none"})
public record CategoryIs(
        @Size(max = 100) Set<@NotNull @CodePoints(min = 1, max = 100) @NoControl(TextRule.NAME) String> names,
        boolean none)
        implements Condition {
    /** Copies the set; null is none. */
    public CategoryIs {
        names = Copies.of(names);
    }

    // A flag that is left out is false; the newer Jackson would refuse it.
    @JsonCreator
    static CategoryIs fromJson(
            @JsonProperty("names") @Nullable Set<String> names, @JsonProperty("none") @Nullable Boolean none) {
        return new CategoryIs(Copies.of(names), Boolean.TRUE.equals(none));
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(CategoryIs.class, property);
    }
}
