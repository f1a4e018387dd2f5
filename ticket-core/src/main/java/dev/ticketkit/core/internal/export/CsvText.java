package dev.ticketkit.core.internal.export;

/**
 * A cell of a CSV file as RFC 4180 writes it, made safe for programs that take text for a formula. Which separator such a program takes is
 * its own choice: with another one than the file's, what is in the middle of a cell here begins a cell there.
 */
final class CsvText {
    private static final String SEPARATORS = ",;\t|";

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
            atStart = c == '\n' || c == '\r' || SEPARATORS.indexOf(c) >= 0;
            cell.append(c);
        }
        return cell.toString();
    }

    /** Whether a cell that begins here would be taken for a formula. */
    private static boolean isFormula(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (STARTERS.indexOf(c) >= 0) {
                return true;
            }
            if (!isSkipped(c)) {
                return false;
            }
        }
        return false;
    }

    /** What a program may leave out before it looks: blanks, quotes, what cannot be seen. A new line begins a new piece. */
    private static boolean isSkipped(char c) {
        boolean blank =
                Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
        return (blank && c != '\n' && c != '\r') || c == '"';
    }
}
