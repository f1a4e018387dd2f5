package dev.ticketkit.core.template;

import dev.ticketkit.core.internal.text.HtmlText;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.text.TextRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with dynamic fields, split once and rendered as often as wanted. Immutable.
 *
 * <ul>
 *   <li>{@code %%NAME%%} is a field; a name has 1 to 100 of {@code A-Z 0-9 _}.
 *   <li>{@code %%NAME|default%%} gives what to say when the field is unknown or empty. The default reaches to the next {@code %%}, may
 *       be empty, and is plain text: placeholders in it are not read.
 *   <li>{@code %%%%} is a literal {@code %%}.
 *   <li>Anything else is literal. What can be read in two ways is read from the left.
 * </ul>
 *
 * <p>Values are put in as they are and never read again: a title that contains {@code %%TICKET_TITLE%%} shows just that.
 */
public final class Template {
    /** Longest template and longest rendered text, in code points; what HTML adds by escaping does not count. */
    public static final int MAX_CODE_POINTS = 20_000;

    private final String text;
    private final TemplateField[] placeholders;
    private final String[] literals;
    private final String[] htmlLiterals;
    private final int literalCodePoints;

    Template(String text, List<String> literals, List<TemplateField> fields) {
        this.text = text;
        this.placeholders = fields.toArray(TemplateField[]::new);
        this.literals = literals.toArray(String[]::new);
        this.htmlLiterals = literals.stream().map(HtmlText::of).toArray(String[]::new);
        this.literalCodePoints =
                literals.stream().mapToInt(Template::codePoints).sum();
    }

    /**
     * Splits a text at its fields.
     *
     * @param text at most {@link #MAX_CODE_POINTS}, without controls other than line breaks and tabs
     * @throws RefusedException naming {@code template}, when the text or a name in it breaks its limit
     */
    public static Template parse(String text) {
        return TemplateParser.parse(TextRule.BLOCK.require("template", text, 0, MAX_CODE_POINTS));
    }

    /** What was parsed. */
    public String text() {
        return text;
    }

    /** Every placeholder in the order of the text; a name that is used twice is there twice. */
    public List<TemplateField> fields() {
        return List.of(placeholders);
    }

    /** What stands before each field, and after the last. */
    List<String> literals() {
        return List.of(literals);
    }

    /**
     * Puts the values in.
     *
     * @throws RefusedException naming the field that is missing, if the rendering does not allow it, or {@code text} when the result
     *     would have more than {@link #MAX_CODE_POINTS}
     */
    public String render(FieldValues values, Rendering rendering) {
        String[] between = rendering.isHtml() ? htmlLiterals : literals;
        // String.join over all pieces makes the one array of the exact size; a StringBuilder would copy it once more.
        String[] pieces = new String[between.length + placeholders.length];
        int left = MAX_CODE_POINTS - literalCodePoints;
        for (int i = 0; i < placeholders.length; i++) {
            TemplateField field = placeholders[i];
            String value = rendering.valueOf(field, values.find(field.name()));
            left = take(left, value);
            pieces[2 * i] = between[i];
            pieces[2 * i + 1] = rendering.written(value);
        }
        pieces[pieces.length - 1] = between[placeholders.length];
        return String.join("", pieces);
    }

    // Checked piece by piece, so that a short template of long fields is refused before much is made of it.
    private static int take(int left, String value) {
        int rest = left - codePoints(value);
        if (rest < 0) {
            throw new RefusedException(
                    "text",
                    "is too long with its fields filled in, at most " + MAX_CODE_POINTS + " code points are allowed");
        }
        return rest;
    }

    private static int codePoints(String piece) {
        return piece.codePointCount(0, piece.length());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Template that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** How many fields only: safe to log. */
    @Override
    public String toString() {
        return "Template[" + placeholders.length + " fields]";
    }
}
