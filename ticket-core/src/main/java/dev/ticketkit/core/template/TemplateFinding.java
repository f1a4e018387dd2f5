package dev.ticketkit.core.template;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * Something suspicious in a template.
 *
 * @param kind what it is
 * @param field the field's name
 * @param position where the placeholder begins in the template's text, counted from 0 as {@link String#charAt} does
 */
@JsonPropertyOrder({"kind", "field", "position"})
public record TemplateFinding(Kind kind, String field, int position) {
    /** What may be wrong with a field. */
    public enum Kind {
        /** It is not declared, so it will never have a value. */
        UNKNOWN("is not among the declared fields"),
        /** It is a field of the ticket where there is none yet. */
        FORBIDDEN("is a field of the ticket, which does not exist before it is opened"),
        /** It may be empty and the template gives no default. */
        POSSIBLY_EMPTY("may be empty; a default, as in %%NAME|default%%, would fill it");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Requires kind and name. */
    public TemplateFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(field, "field");
    }

    /** One line of plain English that says which field, where, and what to do. */
    public String message() {
        return field + " at position " + position + " " + kind.words;
    }
}
