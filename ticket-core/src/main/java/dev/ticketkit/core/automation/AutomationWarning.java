package dev.ticketkit.core.automation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * Something about an automation that may be meant, or not: whoever saves it confirms it.
 *
 * @param kind what it is
 * @param field the place, such as {@code steps[0].title}; {@code automation} for the whole
 * @param problem one line of plain English, without the place
 */
@JsonPropertyOrder({"kind", "field", "problem"})
public record AutomationWarning(Kind kind, String field, String problem) {
    /** What may be wrong. */
    public enum Kind {
        /** Under its conditions it may start itself again, perhaps by way of others. */
        CONDITIONAL_CYCLE,
        /** It opens tickets with a reference that is always the same, so only the first is opened. */
        FIXED_REFERENCE,
        /** A field of a text may be empty. */
        POSSIBLY_EMPTY,
        /** It opens a ticket whenever one is opened. */
        OPENS_WHEN_OPENED
    }

    /** Requires all. */
    public AutomationWarning {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(problem, "problem");
    }

    /** Place and problem in one line. */
    public String message() {
        return field + ": " + problem;
    }
}
