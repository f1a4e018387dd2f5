package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose parameters have names, written {@code :name}, as each dialect says it. Made when it is run for the first time, and kept: a
 * storage speaks one dialect. Thread-safe.
 */
public final class SqlText {
    /** What is in quotes is the name of something. */
    private static final Pattern PARAMETER = Pattern.compile("\"[^\"]*\"|(?<![:\\w]):([a-z_0-9]+)");

    private final Function<Dialect, Form> making;
    private volatile @Nullable Form made;

    private SqlText(Function<Dialect, Form> making) {
        this.making = making;
    }

    /** As one dialect says it. Where the values of its parameters stand is looked up once. */
    public static final class Form {
        private final Dialect dialect;
        private final String text;
        private final List<String> parameters;
        private final int[] places;

        private Form(Dialect dialect, String text, List<String> parameters) {
            this.dialect = dialect;
            this.text = text;
            this.parameters = List.copyOf(parameters);
            this.places = parameters.stream().mapToInt(Bindings::place).toArray();
        }

        /** What the driver gets, with question marks. */
        public String text() {
            return text;
        }

        Dialect dialect() {
            return dialect;
        }

        /** How many question marks. */
        int size() {
            return places.length;
        }

        /** The name behind a question mark, the first being 0. */
        String parameter(int index) {
            return parameters.get(index);
        }

        /** Where {@link Bindings} keep its value. */
        int place(int index) {
            return places[index];
        }
    }

    /** A statement that all dialects say alike. */
    public static SqlText parse(String sql) {
        return new SqlText(dialect -> form(dialect, sql));
    }

    /** A statement that each dialect says in its own way. */
    static SqlText of(Function<Dialect, String> sql) {
        return new SqlText(dialect -> form(dialect, sql.apply(dialect)));
    }

    /** What a dialect says. */
    public Form in(Dialect dialect) {
        Form known = made;
        if (known == null || known.dialect != dialect) {
            known = making.apply(dialect);
            made = known;
        }
        return known;
    }

    private static Form form(Dialect dialect, String sql) {
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder(sql.length());
        Matcher matcher = PARAMETER.matcher(sql);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (name != null) {
                names.add(name);
            }
            matcher.appendReplacement(text, name == null ? Matcher.quoteReplacement(matcher.group()) : "?");
        }
        return new Form(dialect, matcher.appendTail(text).toString(), names);
    }

    /** Turns a list of columns into the list of parameters of the same names. */
    public static String parameters(String columns) {
        return each(columns, ", ", column -> ":" + column);
    }

    /** Turns a list of columns into assignments of the parameters of the same names. */
    public static String assignments(String columns) {
        return each(columns, ", ", column -> column + " = :" + column);
    }

    /** Turns a list of columns into the condition that each has the value of the parameter of its name. */
    public static String equal(String columns) {
        return each(columns, " AND ", column -> column + " = :" + column);
    }

    /** Turns a list of columns, with commas between, into another text of each. */
    public static String each(String columns, String between, UnaryOperator<String> text) {
        return Arrays.stream(columns.split(", ")).map(text).collect(Collectors.joining(between));
    }
}
