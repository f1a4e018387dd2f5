package dev.ticketkit.core.internal.text;

/** Plain text written as HTML text. */
public final class HtmlText {
    private HtmlText() {}

    /** The same text, safe between tags and in quoted attributes, with line breaks as {@code <br>}. */
    public static String of(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        return plain == text.length() ? text : escaped(text, plain);
    }

    private static String escaped(String text, int plain) {
        StringBuilder html = new StringBuilder(text.length() + 16).append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            append(html, text, i);
        }
        return html.toString();
    }

    private static void append(StringBuilder html, String text, int i) {
        char c = text.charAt(i);
        switch (c) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            case '\n' -> html.append("<br>");
            case '\r' -> html.append(text.startsWith("\n", i + 1) ? "" : "<br>");
            default -> html.append(c);
        }
    }

    private static boolean isPlain(char c) {
        // Nearly all letters are beyond the last special sign.
        return c > '>' || !(c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '\n' || c == '\r');
    }
}
