package dev.ticketkit.jdbc.internal.schema;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.error.StorageException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table that says which steps of the schema were applied. It belongs to the database and not to a tenant. */
public final class SchemaHistory {
    /** H2's. */
    private static final String NO_COLUMN = "42S22";

    private static final int NONE = 0;
    private static final int FOREIGN = 2;

    /** What the catalog says of the history, and a table of ours that something else hides. */
    private record Found(int table, @Nullable String hidden) {
        static Found of(Row row) throws SQLException {
            return new Found(row.integer("found"), row.textOrNull("hidden"));
        }
    }

    private final TableNames names;
    private final SqlText exists;
    private final SqlText applied;
    private final SqlText lock;
    private final SqlText unfitness;
    private volatile @Nullable Scripts scripts;

    /** Of the jar, read once: a start asks three times what is missing. */
    private record Scripts(Dialect dialect, List<SchemaStep> steps) {}

    public SchemaHistory(TableNames names) {
        this.names = names;
        // Asking for a missing table would break the host's transaction.
        this.exists = names.sql(dialect -> """
                SELECT CASE WHEN to_regclass('{ticket_schema}') IS NULL THEN 0
                  WHEN COUNT(a.attname) = 4 THEN 1 ELSE 2 END AS found, (%s) AS hidden
                FROM pg_attribute a WHERE a.attrelid = to_regclass('{ticket_schema}') AND NOT a.attisdropped
                  AND a.attname IN ('version', 'script', 'checksum', 'installed_at')""".formatted(hidden(dialect)));
        this.unfitness = names.sql(Dialect::unfitness);
        this.applied = names.sql("SELECT version, checksum FROM {ticket_schema} ORDER BY version");
        this.lock = names.sql("LOCK TABLE {ticket_schema} IN EXCLUSIVE MODE");
    }

    /** A table of ours beside the history whose name leads elsewhere, by the search path; none does where statements name the schema. */
    private String hidden(Dialect dialect) {
        TableNames bare = new TableNames(null, names.apply("{prefix}"));
        if (!names.apply("{ticket}").equals(bare.apply("{ticket}"))) {
            return "SELECT CAST(NULL AS text)";
        }
        String ours = String.join("', '", new MadeNames(SchemaScripts.of(dialect, bare)).tables());
        // By the index on names: every new connection asks. The server may ask the function before it looks at a name.
        return """
                SELECT MIN(t.typname) FROM pg_type h JOIN pg_type t ON t.typnamespace = h.typnamespace
                WHERE h.typname = '%2$s' AND h.typrelid = to_regclass('{ticket_schema}') AND t.typname IN ('%1$s')
                  AND CASE WHEN t.typname IN ('%1$s')
                    THEN t.typrelid <> CAST(to_regclass(CAST(t.typname AS text)) AS oid) ELSE FALSE END""".formatted(ours, bare.apply("{ticket_schema}"));
    }

    /** Throws unless every step was applied as it is in the jar, in a database that can hold them. */
    public void verify(Sql sql) throws SQLException {
        requireFit(sql);
        List<SchemaStep> missing = missing(sql);
        if (!missing.isEmpty()) {
            throw StorageErrors.schema(
                    "schema version " + missing.get(0).version() + " is missing: call TicketSchema.create, or apply "
                            + missing.get(0).name() + " of TicketSchema.scripts; check schema and table prefix",
                    null);
        }
    }

    /** Throws when this database cannot hold a desk. */
    void requireFit(Sql sql) throws SQLException {
        Optional<String> reason = sql.first(unfitness, new Bindings(), row -> row.text("reason"));
        if (reason.isPresent()) {
            throw StorageErrors.schema("this database cannot hold a desk: " + reason.get(), null);
        }
    }

    /** What is said when something of the host has one of our names. */
    static StorageException taken(String what) {
        return StorageErrors.schema(
                "the database has a " + what + ", which is not Ticketkit's, and nothing was made:"
                        + " choose another JdbcOptions.tablePrefix or JdbcOptions.schema, such as tablePrefix(\"desk_\")",
                null);
    }

    /** The steps still to be applied, in order. */
    List<SchemaStep> missing(Sql sql) throws SQLException {
        Map<Integer, String> present = present(sql);
        List<SchemaStep> scripts = scripts(sql.dialect());
        for (SchemaStep script : scripts) {
            String checksum = present.get(script.version());
            if (checksum != null && !checksum.equals(script.checksum())) {
                throw StorageErrors.schema(
                        "schema version " + script.version()
                                + " was applied from another script than this jar has; use the jar that made the tables",
                        null);
            }
        }
        return scripts.stream()
                .filter(script -> !present.containsKey(script.version()))
                .toList();
    }

    private List<SchemaStep> scripts(Dialect dialect) {
        Scripts known = scripts;
        if (known == null || known.dialect != dialect) {
            known = new Scripts(dialect, SchemaScripts.of(dialect, names));
            scripts = known;
        }
        return known.steps;
    }

    void lock(Sql sql) throws SQLException {
        sql.update(lock, new Bindings());
    }

    private Map<Integer, String> present(Sql sql) throws SQLException {
        return sql.dialect().errorsBreakTransaction() ? presentIfThere(sql) : presentOrFailing(sql);
    }

    private Map<Integer, String> presentIfThere(Sql sql) throws SQLException {
        Found found = sql.first(exists, new Bindings(), Found::of).orElseThrow();
        if (found.table == FOREIGN) {
            throw taken(tableName());
        }
        if (found.hidden != null) {
            throw taken("table or view " + found.hidden + " that the search path finds before the desk's");
        }
        return found.table == NONE ? Map.of() : read(sql);
    }

    private Map<Integer, String> presentOrFailing(Sql sql) throws SQLException {
        try {
            return read(sql);
        } catch (SQLException e) {
            if (NO_COLUMN.equals(e.getSQLState())) {
                throw taken(tableName());
            }
            if (SqlFailure.of(e) != SqlFailure.NO_TABLES) {
                throw e;
            }
            return Map.of();
        }
    }

    private String tableName() {
        return names.apply("table {prefix}ticket_schema");
    }

    private Map<Integer, String> read(Sql sql) throws SQLException {
        Map<Integer, String> present = new HashMap<>();
        sql.list(applied, new Bindings(), row -> present.put(row.integer("version"), row.text("checksum")));
        return present;
    }
}
