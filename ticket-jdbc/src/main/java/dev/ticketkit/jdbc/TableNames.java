package dev.ticketkit.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the host's schema and prefix into SQL: {@code {ticket}} becomes a table's full name, {@code {prefix}} the bare prefix. */
final class TableNames {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    private final String prefix;
    private final String qualifier;

    TableNames(JdbcOptions options) {
        prefix = options.tablePrefix();
        qualifier = options.schema() == null ? "" : options.schema() + ".";
    }

    /** A statement, ready to be bound. */
    SqlText sql(String template) {
        return SqlText.parse(apply(template));
    }

    String apply(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(name(match.group(1))));
    }

    private String name(String word) {
        return word.equals("prefix") ? prefix : qualifier + prefix + word;
    }
}
