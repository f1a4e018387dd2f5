package dev.ticketkit.core.internal.export;

/**
 * A cell of a CSV file as RFC 4180 writes it, made safe for programs that take text for a formula: a line of it that begins with one of
 * {@code = + - @}, also full-width or after blanks, gets an apostrophe in front (OWASP, "CSV Injection").
 */
final class CsvText {
    private static final String STARTERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t";

    private CsvText() {}

    static String of(String text) {
        StringBuilder cell = new StringBuilder(text.length() + 8).append('"');
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (atStart && isFormula(text, i)) {
                cell.append('\'');
            }
            atStart = c == '\n' || c == '\r';
            cell.append(c == '"' ? "\"\"" : String.valueOf(c));
        }
        return cell.append('"').toString();
    }

    /** Whether a line that begins here would be taken for a formula. */
    private static boolean isFormula(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (STARTERS.indexOf(c) >= 0) {
                return true;
            }
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '"') {
                return false;
            }
            if (c == '\n' || c == '\r') {
                return false;
            }
        }
        return false;
    }
}
