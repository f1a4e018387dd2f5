package dev.ticketkit.spi.text;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Words that are looked for next to each other; most often one. Read from a text by {@link #terms}, {@link #excluded} and {@link #whole}.
 *
 * @param words the words as {@link Words} has them, at least one
 * @param kind how they are meant
 * @param accented a single word of kind {@link Kind#WORDS} with its accents, of which a store may find other forms; else null
 */
@JsonPropertyOrder({"words", "kind", "accented"})
public record SearchPhrase(
        List<String> words, Kind kind, @Nullable String accented) {
    /** Fewer code points before a star say nothing, and the star is passed over. */
    public static final int SHORTEST_PREFIX = 2;

    /** Digits of a number, beyond which zeros before it are not looked for. */
    public static final int LONGEST_NUMBER = 18;

    private static final int YEAR_DIGITS = 4;

    /** How a phrase is meant. */
    public enum Kind {
        /** These words and no others: they were quoted. */
        LITERAL,
        /** These words; a store may find other forms of a single one. */
        WORDS,
        /** The last word is the beginning of one. */
        PREFIX,
        /**
         * The last word ends with the digits of a number, before which zeros may stand; and a year before the word, where others stand before it:
         * {@code t 1} is {@code t 000001} and {@code t 2026 000001} too.
         */
        NUMBER
    }

    /** Copies the list. */
    public SearchPhrase {
        words = List.copyOf(words);
        Objects.requireNonNull(kind, "kind");
    }

    /**
     * What a text asks for: of each term one phrase must be found.
     *
     * @param text null or without words for nothing; see {@link dev.ticketkit.spi.query.TicketQuery#text}
     */
    public static List<List<SearchPhrase>> terms(@Nullable String text) {
        return text == null ? List.of() : SearchReader.of(text).terms();
    }

    /** The phrases none of which may be found: what stands between blanks, or is quoted. */
    public static List<SearchPhrase> excluded(@Nullable String text) {
        return text == null ? List.of() : SearchReader.ofExcluded(text).phrases();
    }

    /** The whole text as one phrase, of a phone in both ways that it may be stored; none without words. */
    public static List<SearchPhrase> whole(String text) {
        return SearchReader.of(text).whole();
    }

    /** The last word. */
    public String last() {
        return words.get(words.size() - 1);
    }

    /** What stands before the digits of a {@link Kind#NUMBER}, in the same word. */
    public String numberHead() {
        String last = last();
        int begin = last.length();
        while (begin > 0 && isDigit(last.charAt(begin - 1))) {
            begin--;
        }
        return last.substring(0, begin);
    }

    /** The words that the last one of a {@link Kind#NUMBER} can be. */
    public List<String> numbers() {
        String head = numberHead();
        String digits = last().substring(head.length());
        return IntStream.rangeClosed(0, LONGEST_NUMBER - digits.length())
                .mapToObj(zeros -> head + "0".repeat(zeros) + digits)
                .toList();
    }

    /** Whether a text with these words, in this order, has it. */
    public boolean isIn(List<String> text) {
        return IntStream.rangeClosed(0, text.size() - words.size()).anyMatch(at -> isAt(text, at));
    }

    private boolean isAt(List<String> text, int at) {
        int before = words.size() - 1;
        if (!text.subList(at, at + before).equals(words.subList(0, before))) {
            return false;
        }
        int last = at + before;
        return isLast(text.get(last))
                || (kind == Kind.NUMBER
                        && before > 0
                        && last + 1 < text.size()
                        && isYear(text.get(last))
                        && isLast(text.get(last + 1)));
    }

    private boolean isLast(String word) {
        return switch (kind) {
            case LITERAL, WORDS -> word.equals(last());
            case PREFIX -> word.startsWith(last());
            case NUMBER -> isNumber(word);
        };
    }

    private boolean isNumber(String word) {
        String head = numberHead();
        String digits = last().substring(head.length());
        int zeros = word.length() - last().length();
        return zeros >= 0
                && zeros <= LONGEST_NUMBER - digits.length()
                && word.equals(head + "0".repeat(zeros) + digits);
    }

    private static boolean isYear(String word) {
        return word.length() == YEAR_DIGITS && word.chars().allMatch(SearchPhrase::isDigit);
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
