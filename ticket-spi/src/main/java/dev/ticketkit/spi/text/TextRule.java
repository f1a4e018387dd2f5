package dev.ticketkit.spi.text;

import dev.ticketkit.spi.error.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * What characters a text may hold. Every text that enters the desk passes one of these rules, so that all stores hold the same:
 * PostgreSQL refuses U+0000, drivers turn lone surrogates into question marks, databases count length differently.
 */
public enum TextRule {
    /** A name people compare by eye: one line, no controls, no bidirectional or zero-width characters. */
    NAME,
    /**
     * What a person is called, or a word to show for something: as {@link #NAME}, but joiners and direction marks belong to how it is
     * written in many scripts and in emoji. Never controls, nor what overrides or embeds a direction.
     */
    LABEL,
    /** One line of free text: no controls. */
    LINE,
    /** Free text of many lines: line feed, carriage return and tab are the only controls. */
    BLOCK;

    /**
     * Says what is wrong with a text.
     *
     * @param value the text
     * @param min fewest code points; 1 or more also refuses text that is blank to the eye
     * @param max most code points
     * @return the problem, without the text itself, or null when there is none
     */
    public @Nullable String problem(String value, int min, int max) {
        // A text this long cannot fit even if every code point took two units: refuse before walking it.
        if (value.length() > 2L * max || value.codePointCount(0, value.length()) > max) {
            return "is too long, at most " + max + " code points are allowed";
        }
        String character = characterProblem(value);
        if (character != null) {
            return character;
        }
        if (min > 0 && isBlank(value)) {
            return "must not be blank";
        }
        return value.codePointCount(0, value.length()) < min ? "is too short, at least " + min + " code points" : null;
    }

    /**
     * Returns the text, or refuses it.
     *
     * @throws RefusedException naming the field and the limit
     */
    public String require(String field, @Nullable String value, int min, int max) {
        if (value == null) {
            throw new RefusedException(field, "is required");
        }
        String problem = problem(value, min, max);
        if (problem != null) {
            throw new RefusedException(field, problem);
        }
        return value;
    }

    /**
     * The text as far as this rule allows it: a blank in place of each forbidden character, cut at a whole code point. For texts of others
     * that are shown whatever they hold.
     *
     * @param max most code points
     * @param otherwise what stands in place of a text that is null or blank then
     */
    public String cleaned(@Nullable String value, int max, String otherwise) {
        if (value != null && problem(value, 1, max) == null) {
            return value;
        }
        StringBuilder cleaned = new StringBuilder();
        String text = value == null ? "" : value.strip();
        text.codePoints().limit(max).forEach(codePoint -> cleaned.appendCodePoint(allows(codePoint) ? codePoint : ' '));
        String left = cleaned.toString().strip();
        return isBlank(left) ? otherwise : left;
    }

    /** Says which forbidden character a text holds, or null. */
    public @Nullable String characterProblem(String value) {
        for (int i = plainStart(value); i < value.length(); ) {
            int codePoint = value.codePointAt(i);
            if (!allows(codePoint)) {
                return "holds the forbidden character U+" + String.format(java.util.Locale.ROOT, "%04X", codePoint)
                        + " at position " + i;
            }
            i += Character.charCount(codePoint);
        }
        return null;
    }

    // Most texts are nothing else, and asking for the type of a character is dear.
    private static int plainStart(String value) {
        int end = 0;
        while (end < value.length() && value.charAt(end) >= ' ' && value.charAt(end) <= '~') {
            end++;
        }
        return end;
    }

    private boolean allows(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return false;
        }
        if (Character.getType(codePoint) == Character.CONTROL) {
            return this == BLOCK && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t');
        }
        boolean visible = this == LINE || this == BLOCK || !isInvisible(codePoint);
        return visible || (this == LABEL && isJoinerOrMark(codePoint));
    }

    /** The joiners of U+200C and U+200D, and the marks that say in which direction the text beside them runs. */
    static boolean isJoinerOrMark(int codePoint) {
        return (codePoint >= 0x200C && codePoint <= 0x200F) || codePoint == 0x061C;
    }

    /** Whether a text shows nothing: only blanks and invisible characters. */
    public static boolean isBlank(String value) {
        for (int i = 0; i < value.length(); ) {
            int codePoint = value.codePointAt(i);
            if (!Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint) && !isInvisible(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    /** Format characters (bidirectional marks and overrides, zero-width ones, tags) and the line separators. */
    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0;
    }
}
