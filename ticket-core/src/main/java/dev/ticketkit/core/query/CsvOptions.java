package dev.ticketkit.core.query;

import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.text.TextRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * How tickets are written as CSV. By default as RFC 4180 has it: commas, CRLF, every cell in quotes, times of ISO 8601; for spreadsheets of
 * countries that write a comma in numbers, choose {@link Separator#SEMICOLON} and a {@linkplain Builder#byteOrderMark byte order mark}.
 *
 * <p>Whatever is chosen, no cell can be taken for a formula: where a cell, a line of it or what follows a comma, a semicolon, a tab or a bar
 * begins with {@code = + - @} or one of their wide forms, also after blanks, quotes and what cannot be seen, an apostrophe stands in front
 * (OWASP, "CSV Injection"); lines end wherever Unicode has them end. So it is too for a program that takes another separator than the
 * file's. Immutable.
 */
public final class CsvOptions {
    private static final int MAX_ATTRIBUTES = 32;
    private static final CsvOptions DEFAULTS = builder().build();

    private final Separator separator;
    private final boolean byteOrderMark;
    private final boolean spreadsheetTimes;
    private final List<Column> columns;
    private final List<String> attributes;

    private CsvOptions(Builder from) {
        separator = from.separator;
        byteOrderMark = from.byteOrderMark;
        spreadsheetTimes = from.spreadsheetTimes;
        columns = List.copyOf(from.columns);
        attributes = List.copyOf(from.attributes);
    }

    /** What stands between cells. */
    public enum Separator {
        /** As RFC 4180 has it. */
        COMMA(','),
        /** For spreadsheets of countries that write a comma in numbers. */
        SEMICOLON(';'),
        /** For pasting. */
        TAB('\t');

        private final char sign;

        Separator(char sign) {
            this.sign = sign;
        }

        /** The character itself. */
        public char sign() {
            return sign;
        }
    }

    /** What can be written of a ticket. Those before {@link #ORIGIN} are written by default, in this order. */
    public enum Column {
        REFERENCE,
        TITLE,
        STATUS,
        PRIORITY,
        CATEGORY,
        CONTACT_ID,
        CONTACT_NAME,
        OWNER,
        OPENED,
        UPDATED,
        CLOSED,
        DESCRIPTION,
        /** Who opened it: the key, such as {@code OPERATOR}. */
        ORIGIN,
        /** The host's own id. */
        EXTERNAL_ID,
        /** The owner's id; {@link #OWNER} is the name. */
        OWNER_ID,
        /** All attributes in one cell, a line {@code name=value} each; {@link Builder#attributes} gives them columns of their own. */
        ATTRIBUTES;

        private static List<Column> usual() {
            return List.copyOf(EnumSet.range(REFERENCE, DESCRIPTION));
        }
    }

    /** Commas, no mark, times of ISO 8601, the usual columns. */
    public static CsvOptions defaults() {
        return DEFAULTS;
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** What stands between cells. */
    public Separator separator() {
        return separator;
    }

    /** Whether the text begins with U+FEFF. */
    public boolean byteOrderMark() {
        return byteOrderMark;
    }

    /** Whether times are written as a spreadsheet reads them. */
    public boolean spreadsheetTimes() {
        return spreadsheetTimes;
    }

    /** The columns, in order. */
    public List<Column> columns() {
        return columns;
    }

    /** The names of attributes that have a column, after the others. */
    public List<String> attributes() {
        return attributes;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private Separator separator = Separator.COMMA;
        private boolean byteOrderMark;
        private boolean spreadsheetTimes;
        private List<Column> columns = Column.usual();
        private List<String> attributes = List.of();

        private Builder() {}

        /** What stands between cells; a comma by default. */
        public Builder separator(Separator value) {
            separator = Required.argument(value, "separator");
            return this;
        }

        /**
         * Begins with U+FEFF, by which Excel sees that the file is UTF-8. Off by default: other programs take it for a part of the first
         * heading. Write the file in UTF-8.
         */
        public Builder byteOrderMark(boolean value) {
            byteOrderMark = value;
            return this;
        }

        /**
         * Times as {@code 2026-03-10 10:00:00} in the tenant's zone, which a spreadsheet takes for a time and can calculate with; of the hour
         * that comes twice in autumn nobody can say which it was. Off by default: ISO 8601 with the offset.
         */
        public Builder spreadsheetTimes(boolean value) {
            spreadsheetTimes = value;
            return this;
        }

        /** These columns, in this order, instead of the usual ones. */
        public Builder columns(Column... value) {
            columns = List.copyOf(Required.all(value, "columns"));
            return this;
        }

        /** These columns after those before. */
        public Builder with(Column... value) {
            columns = new ArrayList<>(columns);
            columns.addAll(Required.all(value, "with"));
            return this;
        }

        /**
         * A column of its own for each of these attributes, after all others, with the attribute's name as its heading.
         *
         * @param names at most 32, of 1 to 64 code points
         * @throws dev.ticketkit.spi.error.RefusedException naming {@code attributes}, for a name that no attribute may have
         */
        public Builder attributes(String... names) {
            List<String> all = Required.all(names, "attributes");
            if (names.length > MAX_ATTRIBUTES) {
                throw new IllegalArgumentException(
                        "a ticket has at most " + MAX_ATTRIBUTES + " attributes, but " + names.length + " are named");
            }
            for (String name : names) {
                TextRule.NAME.require("attributes", name, 1, 64);
            }
            attributes = List.copyOf(all);
            return this;
        }

        /** The options. */
        public CsvOptions build() {
            return new CsvOptions(this);
        }
    }
}
