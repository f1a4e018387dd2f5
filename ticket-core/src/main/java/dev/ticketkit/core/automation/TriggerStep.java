package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes a trigger on to the host's dispatcher, with the run's ticket. Texts may hold dynamic fields, the ticket's own too; a field without
 * a value is empty.
 *
 * @param name what the host knows it by
 * @param parameters values by name, at most 50
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "parameters"})
public record TriggerStep(
        @NotNull @CodePoints(min = 1, max = 100) @NoControl(TextRule.NAME) @Nullable String name,

        @Size(max = 50) Map<
                        @NotNull @CodePoints(min = 1, max = 100) @NoControl(TextRule.NAME) String,
                        @NotNull @CodePoints(max = 4_000) @NoControl(TextRule.BLOCK) String>
                parameters)
        implements Step {
    /** Copies the map; null is none. */
    public TriggerStep {
        parameters = Copies.of(parameters);
    }

    /** A copy with one more parameter. */
    public TriggerStep with(String parameter, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new TriggerStep(name, more);
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(TriggerStep.class, property);
    }
}
