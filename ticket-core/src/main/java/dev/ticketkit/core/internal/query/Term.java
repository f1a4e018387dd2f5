package dev.ticketkit.core.internal.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was typed.
 *
 * @param position where it begins, counted from 1
 * @param excluded whether a minus stands before it
 * @param name what stands before the comparison; empty for plain words
 * @param comparison how the values are meant
 * @param values at least one
 * @param raw how it was typed, without a minus before it
 * @param hint why something with a comparison in it is words; null for all else
 */
record Term(
        int position,
        boolean excluded,
        String name,
        Comparison comparison,
        List<Value> values,
        String raw,
        @Nullable String hint) {
    /** Words to look for or to leave out. */
    static Term words(int position, boolean excluded, String words, @Nullable String hint) {
        return new Term(position, excluded, "", Comparison.IS, List.of(new Value(position, words, false)), words, hint);
    }

    /** A word, or what stands between quotation marks, which means only itself. */
    record Value(int position, String text, boolean quoted) {}

    /** What may stand between a keyword and its values. */
    enum Comparison {
        IS,
        AT_LEAST,
        AT_MOST,
        ABOVE,
        BELOW
    }

    /** What is left when it is left out, of a comparison that has two sides. */
    Term opposite() {
        Comparison other =
                switch (comparison) {
                    case IS -> throw new IllegalStateException(name);
                    case AT_LEAST -> Comparison.BELOW;
                    case ABOVE -> Comparison.AT_MOST;
                    case AT_MOST -> Comparison.ABOVE;
                    case BELOW -> Comparison.AT_LEAST;
                };
        return new Term(position, false, name, other, values, raw, hint);
    }

    /** Whether a text has more code points than that. */
    static boolean isLong(String text, int most) {
        return text.codePointCount(0, text.length()) > most;
    }

    /** The same left out. */
    Term leftOut() {
        return new Term(position, true, name, comparison, values, raw, hint);
    }

    /** The same taken for words, as something pasted. */
    Term asWords(@Nullable String why) {
        return words(position, excluded, raw, why);
    }

    /** Whether it stands between alternatives. */
    boolean isOr() {
        return isPlain() && !excluded && raw.equals("OR");
    }

    boolean isPlain() {
        return name.isEmpty();
    }
}
