package dev.ticketkit.spi.text;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.internal.Required;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as it is compared: Unicode NFKC, case folded, outer blanks gone, inner blanks one space. Two spellings that fold to the
 * same value are the same name. Independent of the JVM's locale and of any database collation.
 *
 * <p>Case folding follows the full, language-neutral mappings of Unicode's CaseFolding.txt (statuses C and F).
 *
 * @param value the folded text
 */
@JsonPropertyOrder({"value"})
public record FoldedText(String value) {
    /** Longest sort key in bytes: below what a PostgreSQL b-tree entry can hold beside the other columns of an index. */
    public static final int SORT_KEY_BYTES = 1024;

    /** Folds a text. */
    public static FoldedText of(String text) {
        if (isAscii(Required.argument(text, "text"))) {
            return new FoldedText(collapseBlanks(lowerAscii(text)));
        }
        String folded = caseFold(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return new FoldedText(collapseBlanks(Normalizer.normalize(folded, Normalizer.Form.NFKC)));
    }

    /**
     * Folds a label: joiners and direction marks, which nobody sees, make no other label.
     *
     * @param label as {@link TextRule#LABEL} allows it
     */
    public static FoldedText ofLabel(String label) {
        StringBuilder seen = new StringBuilder(Required.argument(label, "label").length());
        label.codePoints()
                .filter(codePoint -> !TextRule.isJoinerOrMark(codePoint))
                .forEach(seen::appendCodePoint);
        return of(seen.toString());
    }

    /**
     * The bytes to sort by: UTF-8, whose unsigned order is code point order, cut at a whole code point within
     * {@link #SORT_KEY_BYTES}.
     */
    public byte[] sortKey() {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= SORT_KEY_BYTES) {
            return bytes;
        }
        int end = SORT_KEY_BYTES;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Whether a text is the same in every normal form, and folds letter by letter. */
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String lowerAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isAsciiCapital(text.charAt(i))) {
                return text.toLowerCase(java.util.Locale.ROOT);
            }
        }
        return text;
    }

    private static boolean isAsciiCapital(int codePoint) {
        return codePoint >= 'A' && codePoint <= 'Z';
    }

    private static String caseFold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(codePoint -> appendFolded(folded, codePoint));
        return folded.toString();
    }

    private static void appendFolded(StringBuilder folded, int codePoint) {
        if (codePoint < 0x80) {
            folded.append((char) (isAsciiCapital(codePoint) ? codePoint + 32 : codePoint));
        } else if (codePoint == 0x130) {
            folded.append("i\u0307");
        } else if (codePoint == 0x131) {
            // Dotless i has no folding of its own; by way of its capital it would become i.
            folded.appendCodePoint(codePoint);
        } else {
            String upper = Character.toString(Character.toLowerCase(codePoint)).toUpperCase(java.util.Locale.ROOT);
            upper.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        }
    }

    /** Whether nothing is to be taken away: no blank outside, none but single spaces inside. */
    private static boolean isCollapsed(String text) {
        boolean afterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (blank && (afterBlank || c != ' ')) {
                return false;
            }
            afterBlank = blank;
        }
        return text.isEmpty() || !afterBlank;
    }

    private static String collapseBlanks(String text) {
        if (isCollapsed(text)) {
            return text;
        }
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                pending = collapsed.length() > 0;
            } else {
                if (pending) {
                    collapsed.append(' ');
                    pending = false;
                }
                collapsed.appendCodePoint(codePoint);
            }
        }
        return collapsed.toString();
    }
}
