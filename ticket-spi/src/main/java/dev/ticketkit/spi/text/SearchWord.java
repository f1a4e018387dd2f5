package dev.ticketkit.spi.text;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A word that is looked for.
 *
 * @param value the word as {@link Words} has it
 * @param prefix whether words that begin like it are meant too
 */
@JsonPropertyOrder({"value", "prefix"})
public record SearchWord(String value, boolean prefix) {
    /** Fewer code points before a star say nothing, and the star is passed over. */
    public static final int SHORTEST_PREFIX = 2;

    /**
     * What a text asks for: its words, each once, those with a star behind them as beginnings ({@code print*}).
     *
     * @param text null or without words for nothing
     */
    public static Set<SearchWord> parse(@Nullable String text) {
        Set<SearchWord> words = new LinkedHashSet<>();
        if (text != null) {
            Words.scan(text, (word, starred) -> words.add(new SearchWord(word, starred && isPrefix(word))));
        }
        return Collections.unmodifiableSet(words);
    }

    /** Whether a text with these words has it. */
    public boolean isIn(SortedSet<String> words) {
        if (!prefix) {
            return words.contains(value);
        }
        SortedSet<String> later = words.tailSet(value);
        return !later.isEmpty() && later.first().startsWith(value);
    }

    private static boolean isPrefix(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST_PREFIX;
    }
}
