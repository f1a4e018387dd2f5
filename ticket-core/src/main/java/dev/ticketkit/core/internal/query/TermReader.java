package dev.ticketkit.core.internal.query;

import dev.ticketkit.core.internal.query.Term.Comparison;
import dev.ticketkit.core.internal.query.Term.Value;
import dev.ticketkit.spi.text.TextRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what was typed into terms, going over it once. */
final class TermReader {
    private static final String COMPARISONS = ":=<>";
    private static final String QUOTES = "\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D";
    private static final String NOT = "NOT";

    private final String text;
    private int at;

    TermReader(String text) {
        this.text = plain(text);
    }

    /** Never fails: what cannot be read as more is words, with a hint. */
    List<Term> readAll() {
        List<Term> terms = new ArrayList<>();
        skipBlanks();
        while (at < text.length()) {
            terms.add(next());
            skipBlanks();
        }
        return terms;
    }

    /** What word processors make of quotation marks and dashes means the same; what no text may hold is a gap. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            if (TextRule.LINE.characterProblem(Character.toString(plain.codePointAt(i))) != null) {
                plain.setCharAt(i, ' ');
            }
        }
        for (int i = 0; i < plain.length(); i++) {
            if (QUOTES.indexOf(plain.charAt(i)) >= 0) {
                plain.setCharAt(i, '"');
            } else if (DASHES.indexOf(plain.charAt(i)) >= 0) {
                plain.setCharAt(i, '-');
            }
        }
        return plain.toString();
    }

    private Term next() {
        int start = at;
        if (text.startsWith(NOT, at) && at + NOT.length() < text.length() && isBlank(at + NOT.length())) {
            at += NOT.length();
            skipBlanks();
            if (at < text.length()) {
                return read().leftOut();
            }
            at = start;
        }
        return read();
    }

    private Term read() {
        int start = at;
        boolean excluded = text.charAt(at) == '-' && at + 1 < text.length() && !isBlank(at + 1);
        if (excluded) {
            at++;
        }
        int head = at;
        if (isQuoted()) {
            return Term.words(start + 1, excluded, '"' + quoted().text() + '"', null);
        }
        while (at < text.length() && isNameAt(at)) {
            at++;
        }
        boolean named = at > head && at < text.length() && COMPARISONS.indexOf(text.charAt(at)) >= 0 && !isDigit(head);
        return named ? named(start, excluded, head) : words(start, excluded, head, null);
    }

    private Term words(int start, boolean excluded, int head, @Nullable String hint) {
        at = head;
        return Term.words(start + 1, excluded, bare("").text(), hint);
    }

    private Term named(int start, boolean excluded, int head) {
        String name = text.substring(head, at);
        Comparison comparison = comparison();
        List<Value> values = new ArrayList<>();
        do {
            Value value = isQuoted() ? quoted() : bare(",");
            if (value.text().isEmpty()) {
                return words(start, excluded, head, "a value is missing after " + Problem.shown(name));
            }
            values.add(value);
        } while (takes(','));
        if (at < text.length() && !isBlank(at)) {
            String what = Problem.shown(text.substring(at)) + " follows a quotation mark; put a blank between";
            return words(start, excluded, head, what);
        }
        return new Term(start + 1, excluded, name, comparison, values, text.substring(head, at), null);
    }

    private Comparison comparison() {
        char first = text.charAt(at++);
        if (first == ':' || first == '=') {
            // status:>=x is as good as status>=x.
            boolean more = at < text.length() && (text.charAt(at) == '<' || text.charAt(at) == '>');
            return more ? comparison() : Comparison.IS;
        }
        boolean same = takes('=');
        if (first == '>') {
            return same ? Comparison.AT_LEAST : Comparison.ABOVE;
        }
        return same ? Comparison.AT_MOST : Comparison.BELOW;
    }

    private Value bare(String ends) {
        int start = at;
        while (at < text.length() && !isBlank(at) && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return new Value(start + 1, text.substring(start, at), false);
    }

    /** Whether a quotation mark begins here that is closed somewhere. */
    private boolean isQuoted() {
        return at < text.length() && text.charAt(at) == '"' && text.indexOf('"', at + 1) >= 0;
    }

    private Value quoted() {
        int start = at++;
        int end = text.indexOf('"', at);
        at = end + 1;
        return new Value(start + 1, text.substring(start + 1, end), true);
    }

    private boolean takes(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(at)) {
            at++;
        }
    }

    private boolean isBlank(int index) {
        char c = text.charAt(index);
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private boolean isDigit(int index) {
        return Character.isDigit(text.charAt(index));
    }

    private boolean isNameAt(int index) {
        char c = text.charAt(index);
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '.'
                || c == '_'
                || c == '-'
                || c == '@';
    }
}
