package dev.ticketkit.core.internal.query;

import dev.ticketkit.spi.error.RefusedException;
import java.util.Collection;

/** What is wrong with what was typed, and where. */
final class Problem {
    private static final int SHOWN = 30;

    private Problem() {}

    static RefusedException at(int position, String what) {
        return new RefusedException("query", "at " + position + ": " + what);
    }

    /** Something is none of these. */
    static RefusedException unknown(
            int position, String found, String kind, Collection<String> names, Collection<String> listed) {
        String meant = Spelling.nearest(found, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse(".");
        return at(position, shown(found) + " is no " + kind + meant + " Allowed: " + String.join(", ", listed));
    }

    /** Why something with a comparison in it is words. */
    static String noKeyword(String found, Collection<String> names) {
        return shown(found)
                + " is no keyword"
                + Spelling.nearest(found, names)
                        .map(name -> ", did you mean " + name + "?")
                        .orElse("");
    }

    /** What was typed, short and without what a log or a page could trip over. */
    static String shown(String found) {
        StringBuilder safe = new StringBuilder("\"");
        found.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isLetterOrDigit(c) || (c >= ' ' && c < 0x7F && "<>&\"'\\".indexOf(c) < 0) ? c : '?')
                .forEach(safe::appendCodePoint);
        return safe.append(found.codePointCount(0, found.length()) > SHOWN ? "…\"" : "\"")
                .toString();
    }
}
