package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's status changed.
 *
 * @param from from which, or null for any
 * @param to to which, or null for any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"from", "to"})
public record StatusChanged(
        @Valid @Nullable StatusFilter from, @Valid @Nullable StatusFilter to) implements Starter {
    /** A copy that starts only from one of these statuses. */
    public StatusChanged from(String... keys) {
        return new StatusChanged(StatusFilter.of(keys), to);
    }

    /** A copy that starts only from a macro status. */
    public StatusChanged from(MacroStatus macro) {
        return new StatusChanged(StatusFilter.of(macro), to);
    }

    /** A copy that starts only when one of these statuses is reached. */
    public StatusChanged to(String... keys) {
        return new StatusChanged(from, StatusFilter.of(keys));
    }

    /** A copy that starts only when a macro status is reached, or kept by another status of it. */
    public StatusChanged to(MacroStatus macro) {
        return new StatusChanged(from, StatusFilter.of(macro));
    }

    /** Whether a change between two statuses starts it. */
    public boolean matches(Status before, Status after) {
        return (from == null || from.matches(before)) && (to == null || to.matches(after));
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(StatusChanged.class, property);
    }
}
