package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(AllOf.class, property);
    }
}
