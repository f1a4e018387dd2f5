package dev.ticketkit.core.template;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A placeholder in a template.
 *
 * @param name 1 to 100 of {@code A-Z 0-9 _}
 * @param position where it begins in the template's text, counted from 0 as {@link String#charAt} does
 * @param defaultText what to say when the field is unknown or empty; null when the template gives none
 */
@JsonPropertyOrder({"name", "position", "defaultText"})
public record TemplateField(
        String name, int position, @Nullable String defaultText) {
    /** Requires a name. */
    public TemplateField {
        Objects.requireNonNull(name, "name");
    }

    /** The placeholder without its default, such as {@code %%ORDER_ID%%}. */
    String placeholder() {
        return TemplateParser.MARK + name + TemplateParser.MARK;
    }
}
