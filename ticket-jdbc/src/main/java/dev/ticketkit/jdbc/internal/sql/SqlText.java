package dev.ticketkit.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement whose parameters have names, written {@code :name}. Where their values stand is looked up once. */
public final class SqlText {
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_0-9]+)");

    private final String text;
    private final List<String> parameters;
    private final int[] places;

    private SqlText(String text, List<String> parameters) {
        this.text = text;
        this.parameters = List.copyOf(parameters);
        this.places = parameters.stream().mapToInt(Bindings::place).toArray();
    }

    public static SqlText parse(String sql) {
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder(sql.length());
        Matcher matcher = PARAMETER.matcher(sql);
        while (matcher.find()) {
            names.add(matcher.group(1));
            matcher.appendReplacement(text, "?");
        }
        return new SqlText(matcher.appendTail(text).toString(), names);
    }

    /** What the driver gets, with question marks. */
    public String text() {
        return text;
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

    /** The same insert for PostgreSQL, where a failed one would break the transaction. */
    public SqlText orNothing() {
        return new SqlText(text + "\nON CONFLICT DO NOTHING", parameters);
    }

    /** The same query for PostgreSQL, holding its rows: the end of its transaction waits for the standby, as that of a read does not. */
    public SqlText held() {
        return new SqlText(text + "\nFOR KEY SHARE", parameters);
    }

    /** Turns a list of columns into the list of parameters of the same names. */
    public static String parameters(String columns) {
        return columns.replaceAll("([a-z_]+)", ":$1");
    }

    /** Turns a list of columns into assignments of the parameters of the same names. */
    public static String assignments(String columns) {
        return columns.replaceAll("([a-z_]+)", "$1 = :$1");
    }
}
