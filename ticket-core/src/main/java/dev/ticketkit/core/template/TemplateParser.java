package dev.ticketkit.core.template;

import dev.ticketkit.spi.error.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text at its placeholders, from left to right. Every step moves past what it has looked at, and a search that finds no mark
 * is the last, so the work is linear in the text whatever it holds.
 */
final class TemplateParser {
    static final String MARK = "%%";

    private final String text;
    private final List<String> literals = new ArrayList<>();
    private final List<TemplateField> fields = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    private TemplateParser(String text) {
        this.text = text;
    }

    static Template parse(String text) {
        TemplateParser parser = new TemplateParser(text);
        parser.split();
        return new Template(text, parser.literals, parser.fields);
    }

    private void split() {
        int done = 0;
        for (int mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, done)) {
            literal.append(text, done, mark);
            done = read(mark);
        }
        literal.append(text, done, text.length());
        literals.add(literal.toString());
    }

    /** Reads what begins at a mark and says where it ends. */
    private int read(int mark) {
        int name = mark + MARK.length();
        int end = endOfName(name);
        if (end == name) {
            return escape(mark);
        }
        if (text.startsWith(MARK, end)) {
            return field(mark, end, null, end);
        }
        int close = end < text.length() && text.charAt(end) == '|' ? text.indexOf(MARK, end + 1) : -1;
        if (close >= 0) {
            return field(mark, end, text.substring(end + 1, close), close);
        }
        literal.append(text, mark, end);
        return end;
    }

    private int escape(int mark) {
        int second = mark + MARK.length();
        if (text.startsWith(MARK, second)) {
            literal.append(MARK);
            return second + MARK.length();
        }
        // Only one sign, because the second may begin a mark: "%%%A%%" is a percent sign and a field.
        literal.append('%');
        return mark + 1;
    }

    private int field(int mark, int endOfName, @Nullable String defaultText, int close) {
        String name = text.substring(mark + MARK.length(), endOfName);
        if (name.length() > FieldName.MAX_LENGTH) {
            throw new RefusedException(
                    "template",
                    "the field name at position " + mark + " is too long, at most " + FieldName.MAX_LENGTH
                            + " characters are allowed");
        }
        literals.add(literal.toString());
        literal.setLength(0);
        fields.add(new TemplateField(name, mark, defaultText));
        return close + MARK.length();
    }

    private int endOfName(int start) {
        int end = start;
        while (end < text.length() && FieldName.allows(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
