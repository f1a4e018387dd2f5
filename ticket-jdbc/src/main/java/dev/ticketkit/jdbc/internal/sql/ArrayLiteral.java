package dev.ticketkit.jdbc.internal.sql;

import org.jspecify.annotations.Nullable;

/** An array as PostgreSQL writes it in text. */
final class ArrayLiteral {
    private ArrayLiteral() {}

    static String of(@Nullable Object[] elements) {
        if (elements.length == 0) {
            return "{}";
        }
        StringBuilder literal = new StringBuilder(elements.length * 24);
        for (Object element : elements) {
            literal.append(literal.isEmpty() ? '{' : ',');
            if (element == null) {
                literal.append("NULL");
            } else {
                quote(element.toString(), literal.append('"')).append('"');
            }
        }
        return literal.append('}').toString();
    }

    private static StringBuilder quote(String text, StringBuilder literal) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\');
            }
            literal.append(c);
        }
        return literal;
    }
}
