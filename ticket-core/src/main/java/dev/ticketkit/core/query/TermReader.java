package dev.ticketkit.core.query;

import dev.ticketkit.core.query.Term.Comparison;
import dev.ticketkit.core.query.Term.Value;
import java.util.ArrayList;
import java.util.List;

/** Cuts what was typed into terms, going over it once. */
final class TermReader {
    private static final String COMPARISONS = ":=<>";

    private final String text;
    private int at;

    TermReader(String text) {
        this.text = text;
    }

    List<Term> readAll() {
        List<Term> terms = new ArrayList<>();
        skipBlanks();
        while (at < text.length()) {
            terms.add(read());
            skipBlanks();
        }
        return terms;
    }

    private Term read() {
        int start = at;
        boolean excluded = text.charAt(at) == '-' && at + 1 < text.length() && !isBlank(at + 1);
        if (excluded) {
            at++;
        }
        if (text.charAt(at) == '"') {
            return new Term(start + 1, excluded, "", Comparison.IS, List.of(quoted()));
        }
        int head = at;
        while (at < text.length() && isNameAt(at)) {
            at++;
        }
        boolean named = at > head && at < text.length() && COMPARISONS.indexOf(text.charAt(at)) >= 0 && !isDigit(head);
        if (named) {
            return named(start, excluded, text.substring(head, at));
        }
        at = head;
        return new Term(start + 1, excluded, "", Comparison.IS, List.of(bare("")));
    }

    private Term named(int start, boolean excluded, String name) {
        Comparison comparison = comparison();
        List<Value> values = new ArrayList<>();
        do {
            values.add(value(name));
        } while (takes(','));
        if (at < text.length() && !isBlank(at)) {
            throw Problem.at(
                    at + 1, Problem.shown(text.substring(at)) + " follows a quotation mark; put a blank between");
        }
        return new Term(start + 1, excluded, name, comparison, values);
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

    private Value value(String name) {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        Value value = bare(",");
        if (value.text().isEmpty()) {
            throw Problem.at(start + 1, "a value is missing after " + Problem.shown(name));
        }
        return value;
    }

    private Value bare(String ends) {
        int start = at;
        while (at < text.length() && !isBlank(at) && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return new Value(start + 1, text.substring(start, at));
    }

    private Value quoted() {
        int start = at++;
        int end = text.indexOf('"', at);
        if (end < 0) {
            throw Problem.at(start + 1, "a quotation mark is not closed; add one, or leave this one out");
        }
        at = end + 1;
        return new Value(start + 1, text.substring(start + 1, end));
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
