package dev.ticketkit.core.internal.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may become of a text in a cell: an apostrophe where a piece of it would be taken for a formula, and nowhere else. */
final class Guarded {
    private static final String PIECE_ENDS = ",;\t|\n\u000B\f\r\u0085\u2028\u2029";

    /** A sign, or a tab, as what is seen first of a piece. */
    private static final Pattern STARTER = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\u115F\u1160\u3164\uFFA0\"&&[^"
            + PIECE_ENDS + "]]*[=+\\-@\t\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]");

    private Guarded() {}

    /** What is wrong with the cell of a text, or null when nothing is. */
    static @Nullable String problem(String text, String cell) {
        int read = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isPieceStart(text, i) && isStarter(text, i)) {
                if (read >= cell.length() || cell.charAt(read) != '\'') {
                    return "no guard before " + i + " of " + text;
                }
                read++;
            }
            if (read >= cell.length() || cell.charAt(read) != text.charAt(i)) {
                return "another sign than that at " + i + " of " + text + ": " + cell;
            }
            read++;
        }
        return read == cell.length() ? null : "more than the text: " + cell;
    }

    private static boolean isPieceStart(String text, int at) {
        return at == 0 || PIECE_ENDS.indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean isStarter(String text, int at) {
        Matcher starter = STARTER.matcher(text).region(at, text.length());
        return starter.lookingAt();
    }
}
