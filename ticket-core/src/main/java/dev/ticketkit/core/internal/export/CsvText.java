package dev.ticketkit.core.internal.export;

import dev.ticketkit.spi.text.TextRule;

/**
 * A cell of a CSV file as RFC 4180 writes it, made safe for programs that take text for a formula. Which separator such a program takes is
 * its own choice: with another one than the file's, what is in the middle of a cell here begins a cell there.
 */
final class CsvText {
    /** Those of a formula, their wide and small forms, the minus sign; a tab is one where it begins a cell (OWASP, "CSV Injection"). */
    private static final String STARTERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212\t";

    private CsvText() {}

    /** In quotes, and guarded. */
    static String of(String text) {
        return '"' + guarded(text).replace("\"", "\"\"") + '"';
    }

    /** With an apostrophe in front of each piece that could be taken for a formula. */
    static String guarded(String text) {
        StringBuilder cell = new StringBuilder(text.length() + 8);
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (atStart && isFormula(text, i)) {
                cell.append('\'');
            }
            atStart = isSeparator(c) || isLineEnd(c);
            cell.append(c);
        }
        return cell.toString();
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ';' || c == '\t' || c == '|';
    }

    /** For one program or another: all that Unicode has end a line. */
    private static boolean isLineEnd(int c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Whether a cell that begins here would be taken for a formula. */
    private static boolean isFormula(String text, int from) {
        for (int i = from; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (STARTERS.indexOf(codePoint) >= 0) {
                return true;
            }
            if (!isSkipped(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    /** What a program may leave out before it looks: blanks, quotes, what cannot be seen. A new line begins a new piece. */
    private static boolean isSkipped(int codePoint) {
        if (codePoint > ' ' && codePoint <= '~') {
            return codePoint == '"';
        }
        return !isLineEnd(codePoint)
                && (Character.isISOControl(codePoint) || TextRule.isBlank(Character.toString(codePoint)));
    }
}
