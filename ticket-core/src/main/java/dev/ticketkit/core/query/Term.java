package dev.ticketkit.core.query;

import java.util.List;

/**
 * A part of what was typed.
 *
 * @param position where it begins, counted from 1
 * @param excluded whether a minus stands before it
 * @param name what stands before the comparison; empty for plain words
 * @param comparison how the values are meant
 * @param values at least one
 */
record Term(int position, boolean excluded, String name, Comparison comparison, List<Value> values) {
    /** A word or what stands between quotation marks. */
    record Value(int position, String text) {}

    /** What may stand between a keyword and its values. */
    enum Comparison {
        IS,
        AT_LEAST,
        AT_MOST,
        ABOVE,
        BELOW
    }

    boolean isPlain() {
        return name.isEmpty();
    }
}
