package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A condition does not hold.
 *
 * @param condition which
 */
public record Not(@NotNull @Valid @Nullable Condition condition) implements Condition {
    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(Not.class, property);
    }
}
