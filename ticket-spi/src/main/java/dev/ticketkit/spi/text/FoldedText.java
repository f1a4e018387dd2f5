package dev.ticketkit.spi.text;

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
public record FoldedText(String value) {
    /** Longest sort key in bytes: below what a PostgreSQL b-tree entry can hold beside the other columns of an index. */
    public static final int SORT_KEY_BYTES = 1024;

    /** Folds a text. */
    public static FoldedText of(String text) {
        String folded = caseFold(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return new FoldedText(collapseBlanks(Normalizer.normalize(folded, Normalizer.Form.NFKC)));
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

    private static String caseFold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(codePoint -> appendFolded(folded, codePoint));
        return folded.toString();
    }

    private static void appendFolded(StringBuilder folded, int codePoint) {
        if (codePoint < 0x80) {
            folded.append((char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint));
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

    private static String collapseBlanks(String text) {
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
