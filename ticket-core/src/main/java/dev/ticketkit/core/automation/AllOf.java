package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * All of some conditions hold.
 *
 * @param conditions 1 to 20
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AllOf(@Size(min = 1, max = 20) List<@NotNull @Valid Condition> conditions) implements Condition {
    /** Copies the list; null is none. */
    public AllOf {
        conditions = Copies.of(conditions);
    }
}
