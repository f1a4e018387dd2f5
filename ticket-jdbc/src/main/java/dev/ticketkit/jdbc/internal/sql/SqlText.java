package dev.ticketkit.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose parameters have names, written {@code :name}.
 *
 * @param text what the driver gets, with question marks
 * @param parameters the name behind each question mark
 */
public record SqlText(String text, List<String> parameters) {
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_0-9]+)");

    public static SqlText parse(String sql) {
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder(sql.length());
        Matcher matcher = PARAMETER.matcher(sql);
        while (matcher.find()) {
            names.add(matcher.group(1));
            matcher.appendReplacement(text, "?");
        }
        return new SqlText(matcher.appendTail(text).toString(), List.copyOf(names));
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
