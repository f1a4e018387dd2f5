package dev.ticketkit.jdbc.internal.schema;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table that says which steps of the schema were applied. It belongs to the database and not to a tenant. */
public final class SchemaHistory {
    private final TableNames names;
    private final SqlText exists;
    private final SqlText applied;
    private final SqlText lock;

    public SchemaHistory(TableNames names) {
        this.names = names;
        // Asking for a missing table would break the host's transaction.
        this.exists = names.sql("SELECT CASE WHEN to_regclass('{ticket_schema}') IS NULL THEN 0 ELSE 1 END AS found");
        this.applied = names.sql("SELECT version, checksum FROM {ticket_schema} ORDER BY version");
        this.lock = names.sql("LOCK TABLE {ticket_schema} IN EXCLUSIVE MODE");
    }

    /** Throws unless every step was applied as it is in the jar. */
    public void verify(Sql sql) throws SQLException {
        List<SchemaStep> missing = missing(sql);
        if (!missing.isEmpty()) {
            throw StorageErrors.schema(
                    "schema version " + missing.get(0).version() + " is missing: call TicketSchema.create, or apply "
                            + missing.get(0).name() + " of TicketSchema.scripts; check schema and table prefix",
                    null);
        }
    }

    /** The steps still to be applied, in order. */
    List<SchemaStep> missing(Sql sql) throws SQLException {
        Map<Integer, String> present = present(sql);
        List<SchemaStep> scripts = SchemaScripts.of(sql.dialect(), names);
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

    void lock(Sql sql) throws SQLException {
        sql.update(lock, new Bindings());
    }

    private Map<Integer, String> present(Sql sql) throws SQLException {
        if (sql.dialect().errorsBreakTransaction()
                && sql.first(exists, new Bindings(), row -> row.integer("found"))
                                .orElse(0)
                        == 0) {
            return Map.of();
        }
        Map<Integer, String> present = new HashMap<>();
        try {
            sql.list(applied, new Bindings(), row -> present.put(row.integer("version"), row.text("checksum")));
        } catch (SQLException e) {
            if (sql.dialect().errorsBreakTransaction() || SqlFailure.of(e) != SqlFailure.NO_TABLES) {
                throw e;
            }
        }
        return present;
    }
}
