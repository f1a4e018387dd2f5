package dev.ticketkit.spi.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text as search compares them, alike on every store: runs of letters, digits and marks of the {@linkplain FoldedText
 * folded} text, without accents, each cut after {@value #MAX_CODE_POINTS} code points. So {@code Caffè} and {@code CAFFE} are one word, and
 * {@code dell'ordine} and {@code ORD-77} are two each. What is neither letter nor digit is no word: punctuation, emoji.
 */
public final class Words {
    /** By so many code points words are compared. */
    public static final int MAX_CODE_POINTS = 64;

    private Words() {}

    /** The words of texts, each once, in the order of {@link String#compareTo}. */
    public static SortedSet<String> of(@Nullable String... texts) {
        SortedSet<String> words = new TreeSet<>();
        for (String text : texts) {
            if (text != null) {
                scan(text, (word, starred) -> words.add(word));
            }
        }
        return Collections.unmodifiableSortedSet(words);
    }

    /** The words of a text in their order, repeated ones too. */
    public static List<String> inOrder(String text) {
        List<String> words = new ArrayList<>();
        scan(text, (word, starred) -> words.add(word));
        return words;
    }

    /** Gives each word, in order, and whether a star follows it at once. */
    static void scan(String text, BiConsumer<String, Boolean> each) {
        String folded = FoldedText.of(text).value();
        if (FoldedText.isAscii(folded)) {
            scanAscii(folded, each);
            return;
        }
        String plain = Normalizer.normalize(folded, Normalizer.Form.NFD);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length(); ) {
            int codePoint = plain.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isLetterOrDigit(codePoint) || (isMark(codePoint) && !word.isEmpty())) {
                word.appendCodePoint(codePoint);
            } else if (!isUnseen(codePoint)) {
                end(word, codePoint == '*', each);
            }
        }
        end(word, false, each);
    }

    /** The same for most texts, of which nothing has to be composed. */
    private static void scanAscii(String folded, BiConsumer<String, Boolean> each) {
        int begin = 0;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (!isAsciiLetterOrDigit(c)) {
                if (i > begin) {
                    each.accept(folded.substring(begin, Math.min(i, begin + MAX_CODE_POINTS)), c == '*');
                }
                begin = i + 1;
            }
        }
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private static void end(StringBuilder word, boolean starred, BiConsumer<String, Boolean> each) {
        if (!word.isEmpty()) {
            String whole = Normalizer.normalize(word, Normalizer.Form.NFC);
            each.accept(
                    whole.codePointCount(0, whole.length()) <= MAX_CODE_POINTS
                            ? whole
                            : whole.substring(0, whole.offsetByCodePoints(0, MAX_CODE_POINTS)),
                    starred);
            word.setLength(0);
        }
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return !isAccent(codePoint)
                && (type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK
                        || type == Character.ENCLOSING_MARK);
    }

    /** Accents make no other word; neither do soft hyphens and joiners inside one. */
    private static boolean isUnseen(int codePoint) {
        return isAccent(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }

    private static boolean isAccent(int codePoint) {
        return codePoint >= 0x300 && codePoint <= 0x36F;
    }
}
