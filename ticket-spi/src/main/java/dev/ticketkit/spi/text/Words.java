package dev.ticketkit.spi.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
        if (FoldedText.isAscii(text)) {
            scanAscii(FoldedText.of(text).value(), each);
            return;
        }
        new WordScan(each).run(text);
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
}
