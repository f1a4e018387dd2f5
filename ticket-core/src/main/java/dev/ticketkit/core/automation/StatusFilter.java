package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some statuses: those with one of these keys, in any case, or all of a macro status. Exactly one of the two is given.
 *
 * @param statuses keys, at most 100
 * @param macroStatus all of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"statuses", "macroStatus"})
public record StatusFilter(
        @Size(max = 100) Set<@NotNull @CodePoints(min = 1, max = 60) @NoControl String> statuses,
        @Nullable MacroStatus macroStatus) {
    /** Copies the set; null is none. */
    public StatusFilter {
        statuses = Copies.of(statuses);
    }

    static StatusFilter of(String... keys) {
        return new StatusFilter(new LinkedHashSet<>(Arrays.asList(keys)), null);
    }

    static StatusFilter of(MacroStatus macro) {
        return new StatusFilter(Set.of(), macro);
    }

    boolean matches(Status status) {
        return status.macro() == macroStatus || statuses.stream().anyMatch(key -> key.equalsIgnoreCase(status.key()));
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(StatusFilter.class, property);
    }
}
