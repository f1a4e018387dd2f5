package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.text.TextRule;
import dev.ticketkit.spi.text.UnknownProperty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Opens a ticket of the run's contact. Every text may hold dynamic fields, but none of the ticket's own: there is no ticket yet. A field
 * without a value fails the step; so does a rendered value that a ticket may not have. Then nothing is opened.
 *
 * @param title required
 * @param description null for none
 * @param reference null for one made by the desk
 * @param status a key in any case; null for Open
 * @param priority a name in any case, such as {@code HIGH}; null for MEDIUM
 * @param category made when it is new; null for none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"title", "description", "reference", "status", "priority", "category"})
public record OpenStep(
        @NotNull @CodePoints(min = 1, max = 1_000) @NoControl @Nullable String title,

        @CodePoints(max = 20_000) @NoControl(TextRule.BLOCK) @Nullable String description,

        @CodePoints(max = 1_000) @NoControl @Nullable String reference,
        @CodePoints(max = 1_000) @NoControl @Nullable String status,
        @CodePoints(max = 1_000) @NoControl @Nullable String priority,
        @CodePoints(max = 1_000) @NoControl @Nullable String category)
        implements Step {
    /** A copy with a description. */
    public OpenStep description(String text) {
        return new OpenStep(title, text, reference, status, priority, category);
    }

    /** A copy with a reference of the host's own. */
    public OpenStep reference(String text) {
        return new OpenStep(title, description, text, status, priority, category);
    }

    /** A copy with a status, by key. */
    public OpenStep status(String key) {
        return new OpenStep(title, description, reference, key, priority, category);
    }

    /** A copy with a priority, by name. */
    public OpenStep priority(String name) {
        return new OpenStep(title, description, reference, status, name, category);
    }

    /** A copy with a category, by name. */
    public OpenStep category(String name) {
        return new OpenStep(title, description, reference, status, priority, name);
    }

    @JsonAnySetter
    void refuse(String property, @Nullable Object value) {
        UnknownProperty.refuse(OpenStep.class, property);
    }
}
