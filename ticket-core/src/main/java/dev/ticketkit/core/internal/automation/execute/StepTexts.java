package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.core.template.Rendering;
import dev.ticketkit.core.template.Template;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.text.TextRule;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rendered texts of one step that writes, by the name of the field they are for. */
final class StepTexts {
    private final FieldValues values;
    private final Map<String, String> rendered = new TreeMap<>();

    StepTexts(FieldValues values) {
        this.values = values;
    }

    /** The text of a field; null when the step has none, or only blanks came of it. */
    @Nullable String of(String field, @Nullable String template) {
        if (template == null) {
            return null;
        }
        try {
            String text = Template.parse(template).render(values, Rendering.raw());
            rendered.put(field, text);
            return TextRule.isBlank(text) ? null : text;
        } catch (RefusedException e) {
            throw new StepFailure(field + ": " + e.getMessage(), e);
        }
    }

    /** What was rendered so far. */
    Map<String, String> rendered() {
        return rendered;
    }
}
