package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Changes a ticket of the run's contact; what is null stays as it is, and at least one thing is given. Every text may hold dynamic fields;
 * one without a value fails the step.
 *
 * @param ticket the reference of the ticket to change; {@code %%TICKET_REFERENCE%%} is the run's ticket. Another contact's is not found
 * @param status a key in any case
 * @param priority a name in any case, such as {@code HIGH}
 * @param category made when it is new
 * @param owner who shall own it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"ticket", "status", "priority", "category", "owner"})
public record UpdateStep(
        @NotNull @CodePoints(min = 1, max = 1_000) @NoControl @Nullable String ticket,

        @CodePoints(max = 1_000) @NoControl @Nullable String status,
        @CodePoints(max = 1_000) @NoControl @Nullable String priority,
        @CodePoints(max = 1_000) @NoControl @Nullable String category,
        @Valid @Nullable Party owner)
        implements Step {
    /** Names the run's ticket. */
    public static final String RUNS_TICKET = "%%TICKET_REFERENCE%%";

    /** A copy that sets a status, by key. */
    public UpdateStep status(String key) {
        return new UpdateStep(ticket, key, priority, category, owner);
    }

    /** A copy that sets a priority, by name. */
    public UpdateStep priority(String name) {
        return new UpdateStep(ticket, status, name, category, owner);
    }

    /** A copy that sets a category, by name. */
    public UpdateStep category(String name) {
        return new UpdateStep(ticket, status, priority, name, owner);
    }

    /** A copy that sets an owner. */
    public UpdateStep owner(Party operator) {
        return new UpdateStep(ticket, status, priority, category, operator);
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(UpdateStep.class, property);
    }
}
