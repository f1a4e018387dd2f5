package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.dialect.SchemaName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the host's schema and prefix into SQL: {@code {ticket}} becomes a table's full name, {@code {prefix}} the bare prefix. What was
 * written is kept: to do it again for a list or a report takes longer than anything else on this side. Thread-safe.
 */
public final class TableNames {
    private static final Pattern PLACEHOLDER = Pattern.compile("'\\{([a-z_]+)}'|\\{([a-z_]+)}");

    /** More texts than a desk uses, unless its queries name different numbers of values each time. */
    private static final int MOST_KEPT = 500;

    private final Map<String, SqlText> kept = new ConcurrentHashMap<>();
    private final String prefix;
    private final String qualifier;

    public TableNames(@Nullable String schema, String prefix) {
        this.prefix = prefix;
        qualifier = schema == null ? "" : SchemaName.written(schema) + ".";
    }

    /** A statement that each dialect says in its own way, which it is asked for once. */
    public SqlText sql(Function<Dialect, String> template) {
        return SqlText.of(dialect -> apply(template.apply(dialect)));
    }

    /** An insert for {@link Sql#insert}: of a row that may be there already. */
    public SqlText insert(String template) {
        return sql(dialect -> template + dialect.orNothing());
    }

    /** A statement that all dialects say alike, ready to be bound. */
    public SqlText sql(String template) {
        SqlText known = kept.get(template);
        if (known != null) {
            return known;
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        SqlText made = sql(dialect -> template);
        kept.put(template, made);
        return made;
    }

    public String apply(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(written(match)));
    }

    /** A name, or a text that says it. */
    private String written(MatchResult match) {
        return match.group(1) == null
                ? name(match.group(2))
                : "'" + name(match.group(1)).replace("'", "''") + "'";
    }

    private String name(String word) {
        return word.equals("prefix") ? prefix : qualifier + prefix + word;
    }
}
