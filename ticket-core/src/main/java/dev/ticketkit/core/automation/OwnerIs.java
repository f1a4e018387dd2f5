package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ticket is owned by one of some operators.
 *
 * @param ids at most 100
 * @param nobody whether having no owner counts too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"ids", "nobody"})
public record OwnerIs(
        @Size(max = 100) Set<@NotNull @CodePoints(min = 1, max = 128) @NoControl String> ids, boolean nobody)
        implements Condition {
    /** Copies the set; null is none. */
    public OwnerIs {
        ids = Copies.of(ids);
    }

    // A flag that is left out is false; the newer Jackson would refuse it.
    @JsonCreator
    static OwnerIs fromJson(
            @JsonProperty("ids") @Nullable Set<String> ids, @JsonProperty("nobody") @Nullable Boolean nobody) {
        return new OwnerIs(Copies.of(ids), Boolean.TRUE.equals(nobody));
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(OwnerIs.class, property);
    }
}
