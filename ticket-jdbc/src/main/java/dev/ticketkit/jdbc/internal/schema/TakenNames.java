package dev.ticketkit.jdbc.internal.schema;

import dev.ticketkit.jdbc.internal.connection.StoreSettings;
import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.dialect.SchemaName;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks whether the names of our tables are free before any of them is made: a host may have a table of tickets itself. */
final class TakenNames {
    private static final int MOST_SAID = 5;

    private final StoreSettings settings;
    private final TableNames bare;
    private final SqlText all;

    /** Something in the schema. */
    private record Taken(@Nullable String schema, String name, String kind, String table) {
        static Taken of(@Nullable String schema, Row row) throws SQLException {
            return new Taken(schema, row.text("name"), row.text("kind"), row.text("table_name"));
        }

        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    TakenNames(StoreSettings settings) {
        this.settings = settings;
        this.bare = new TableNames(null, settings.tablePrefix());
        this.all = bare.sql(Dialect::namesInSchema);
    }

    /** What stands where these steps would make something, in words of the host; null when nothing does. */
    @Nullable String foreign(Connection connection, Sql sql, List<SchemaStep> missing) throws SQLException {
        MadeNames made = new MadeNames(bareSteps(sql, missing));
        DatabaseMetaData database = connection.getMetaData();
        String schema = schema(connection, database);
        List<Taken> there = sql.list(all, new Bindings().text("schema", schema), row -> Taken.of(schema, row));
        boolean hasHistory = has(there, history(), database);
        List<Taken> foreign = new ArrayList<>();
        for (Taken each : there) {
            String name = plain(each.name(), database);
            boolean ofHistory = hasHistory && made.tableOf(name).equals(history());
            if (made.has(name) && !ofHistory && !isOurs(each, name, made, sql, database)) {
                foreign.add(each);
            }
        }
        return foreign.isEmpty() ? null : words(foreign);
    }

    /** Who reads what is missing finds out whether it is ours. */
    private String history() {
        return bare.apply("{ticket_schema}");
    }

    private static boolean has(List<Taken> there, String table, DatabaseMetaData database) throws SQLException {
        for (Taken each : there) {
            if (each.kind().equals("table") && plain(each.name(), database).equals(table)) {
                return true;
            }
        }
        return false;
    }

    private static String words(List<Taken> foreign) {
        return foreign.stream().limit(MOST_SAID).map(Taken::toString).collect(Collectors.joining(", "))
                + (foreign.size() > MOST_SAID ? " and more" : "");
    }

    private List<SchemaStep> bareSteps(Sql sql, List<SchemaStep> missing) {
        if (settings.schema() == null) {
            return missing;
        }
        Set<Integer> versions = missing.stream().map(SchemaStep::version).collect(Collectors.toSet());
        return SchemaScripts.of(sql.dialect(), bare).stream()
                .filter(step -> versions.contains(step.version()))
                .toList();
    }

    private @Nullable String schema(Connection connection, DatabaseMetaData database) throws SQLException {
        String given = settings.schema();
        return given == null ? connection.getSchema() : SchemaName.stored(given, database);
    }

    /** In lower case when it is what the database makes of a name that is not quoted; else no name of ours. */
    private static String plain(String name, DatabaseMetaData database) throws SQLException {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean same = database.supportsMixedCaseIdentifiers()
                || SchemaName.folded(lower, database).equals(name);
        return same ? lower : name;
    }

    /** Half a schema may be ours where it is not made in one transaction: that of a node that was killed, or that works at this moment. */
    private static boolean isOurs(Taken taken, String name, MadeNames made, Sql sql, DatabaseMetaData database)
            throws SQLException {
        if (sql.dialect().createsTablesInTransaction()
                || !plain(taken.table(), database).equals(made.tableOf(name))) {
            return false;
        }
        return !made.isTable(name)
                || (taken.kind().equals("table") && columns(taken, database).containsAll(made.columnsOf(name)));
    }

    /** Of this table alone: names are patterns to the driver, and other schemas have tables of the same name. */
    private static Set<String> columns(Taken table, DatabaseMetaData database) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet found = database.getColumns(null, null, table.name(), null)) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equals(table.name())
                        && found.getString("TABLE_SCHEM").equals(table.schema())) {
                    columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }
}
