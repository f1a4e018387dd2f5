package dev.ticketkit.core.template;

import dev.ticketkit.core.internal.text.HtmlText;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.error.RefusedException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** For whom a template is rendered, as what, and what becomes of fields that are missing. Immutable; one serves many templates. */
public final class Rendering {
    private static final Rendering RAW = new Rendering(null, MissingField.FAIL, false);

    private final @Nullable ReaderFormats reader;
    private final MissingField missing;
    private final boolean html;

    private Rendering(@Nullable ReaderFormats reader, MissingField missing, boolean html) {
        this.reader = reader;
        this.missing = Objects.requireNonNull(missing, "missing");
        this.html = html;
    }

    /** For what goes back into the desk: {@link FieldValue#raw} values as plain text; a missing field fails. */
    public static Rendering raw() {
        return RAW;
    }

    /**
     * For a person: numbers, dates and times as that language writes them, digits and calendar of its Unicode extensions too, times in
     * that zone; plain text; a missing field is empty.
     */
    public static Rendering forReader(Locale language, ZoneId zone) {
        return new Rendering(
                new ReaderFormats(Required.argument(language, "language"), Required.argument(zone, "zone")),
                MissingField.EMPTY_TEXT,
                false);
    }

    /** A copy with another answer to missing fields. */
    public Rendering whenMissing(MissingField policy) {
        return new Rendering(reader, policy, html);
    }

    /**
     * A copy that gives HTML text: every value and every literal of the template is escaped, for elements and for quoted attributes, and
     * line breaks become {@code <br>}. Nothing becomes a link, and markup in a template shows as it was typed.
     */
    public Rendering asHtml() {
        return new Rendering(reader, missing, true);
    }

    boolean isHtml() {
        return html;
    }

    /** What stands for a field, before it is written as plain text or HTML. */
    String valueOf(TemplateField field, @Nullable FieldValue value) {
        if (value == null || value.isEmpty()) {
            String defaultText = field.defaultText();
            return defaultText != null ? defaultText : insteadOf(field);
        }
        return reader == null ? value.raw() : reader.format(value);
    }

    String written(String piece) {
        return html ? HtmlText.of(piece) : piece;
    }

    private String insteadOf(TemplateField field) {
        return switch (missing) {
            case FAIL ->
                throw new RefusedException(
                        field.name(),
                        "has no value; give it one, or a default in the text: %%" + field.name() + "|...%%");
            case EMPTY_TEXT -> "";
            case KEEP -> field.placeholder();
        };
    }
}
