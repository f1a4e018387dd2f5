package dev.ticketkit.spi.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text as search compares them, alike on every store.
 *
 * <ul>
 *   <li>A word is a run of letters, digits and marks of the {@linkplain FoldedText folded} text, without accents, cut after
 *       {@value #MAX_CODE_POINTS} code points: {@code Caffè} and {@code CAFFE} are one word, {@code dell'ordine} and {@code ORD-77} two each.
 *   <li>Letters that have no accent to lose become plain too: {@code Łódź} is {@code lodz}, {@code Æther} is {@code aether}. Arabic vowel signs and
 *       Hebrew points, which readers leave out, are left out.
 *   <li>Signs part words, also those that Unicode writes out in letters: {@code nº4711} is {@code n} and {@code 4711}, {@code Acme™} is {@code acme}.
 *   <li>Scripts that are written without blanks (Chinese, Japanese, Thai, Lao, Khmer, Burmese) have no words to tell apart: there each two
 *       neighbouring characters are one, so that any two or more are found wherever they stand.
 *   <li>Punctuation and emoji are no words.
 * </ul>
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
                scan(text, (word, accented, starred) -> words.add(word));
            }
        }
        return Collections.unmodifiableSortedSet(words);
    }

    /** The words of texts, one text behind the other, in their order, repeated ones too. */
    public static List<String> inOrder(@Nullable String... texts) {
        List<String> words = new ArrayList<>();
        for (String text : texts) {
            if (text != null) {
                scan(text, (word, accented, starred) -> words.add(word));
            }
        }
        return words;
    }

    /** The words of a text that have accents, with them and each once: of these a store may know other forms. */
    public static Set<String> accented(String text) {
        Set<String> accented = new LinkedHashSet<>();
        if (!FoldedText.isAscii(text)) {
            scan(text, (word, withAccents, starred) -> {
                if (!word.equals(withAccents)) {
                    accented.add(withAccents);
                }
            });
        }
        return accented;
    }

    /** What gets each word. */
    interface Each {
        /**
         * One word.
         *
         * @param accented the same with its accents
         * @param starred whether a star follows it at once
         */
        void take(String word, String accented, boolean starred);
    }

    /** Gives each word, in order. */
    static void scan(String text, Each each) {
        if (FoldedText.isAscii(text)) {
            scanAscii(FoldedText.of(text).value(), each);
            return;
        }
        new WordScan(each).run(text);
    }

    /** The same for most texts, of which nothing has to be composed. */
    private static void scanAscii(String folded, Each each) {
        int begin = 0;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (!isAsciiLetterOrDigit(c)) {
                if (i > begin) {
                    String word = folded.substring(begin, Math.min(i, begin + MAX_CODE_POINTS));
                    each.take(word, word, c == '*');
                }
                begin = i + 1;
            }
        }
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
}
