package dev.ticketkit.jdbc.internal.schema;

import dev.ticketkit.jdbc.internal.connection.OwnedSource;
import dev.ticketkit.jdbc.internal.connection.StoreSettings;
import dev.ticketkit.jdbc.internal.dialect.Dialects;
import dev.ticketkit.jdbc.internal.dialect.SchemaName;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the tables. In one transaction under a lock on the history table where the dialect makes tables in one; elsewhere every statement
 * is stored at once, so there each bears being run again, and the history is written last.
 */
public final class SchemaCreation {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaCreation.class);
    private static final int MOST_TRIES = 50;
    private static final List<String> TABLES = List.of(
            "ticket_event",
            "ticket",
            "ticket_category",
            "ticket_status",
            "ticket_priority",
            "ticket_delta",
            "ticket_rollup",
            "ticket_rollup_period",
            "ticket_rollup_turn",
            "ticket_series",
            "ticket_key",
            "ticket_delivery",
            "ticket_consumer",
            "ticket_automation_set",
            "ticket_automation",
            "ticket_firing",
            "ticket_execution",
            "ticket_mail_switch",
            "ticket_notification");
    /** What losers of a race on names see: PostgreSQL's and H2's words for "is there already", of an index H2's general error. */
    private static final Set<String> RACE_STATES =
            Set.of("42P06", "42P07", "42710", "42S01", "42S11", "90078", "90045", "HY000");

    private final OwnedSource source;
    private final StoreSettings settings;
    private final TableNames names;
    private final SchemaHistory history;

    public SchemaCreation(DataSource dataSource, StoreSettings settings) {
        this.source = new OwnedSource(dataSource, settings);
        this.settings = settings;
        this.names = settings.names();
        this.history = new SchemaHistory(names);
    }

    public void run() {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = source.take()) {
                create(connection);
                return;
            } catch (SQLException e) {
                if (attempt == MOST_TRIES || !isRace(e)) {
                    throw StorageErrors.ofOwn(e);
                }
                LOG.debug("another node creates the tables too, SQLState {}", e.getSQLState());
            }
        }
    }

    private static boolean isRace(SQLException failure) {
        SqlFailure kind = SqlFailure.of(failure);
        return kind == SqlFailure.DUPLICATE
                || kind == SqlFailure.CONTENTION
                || RACE_STATES.contains(String.valueOf(failure.getSQLState()));
    }

    private void create(Connection connection) throws SQLException {
        source.requireOwned(connection);
        Sql sql = new Sql(connection, Dialects.of(connection));
        boolean autocommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            createMissing(connection, sql);
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
        } finally {
            connection.setAutoCommit(autocommit);
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void createMissing(Connection connection, Sql sql) throws SQLException {
        history.requireFit(sql);
        List<SchemaStep> missing = history.missing(sql);
        if (missing.isEmpty()) {
            return;
        }
        requireFree(connection, sql, missing);
        try (Statement statement = connection.createStatement()) {
            createSchema(connection, statement);
            if (sql.dialect().createsTablesInTransaction()) {
                createUnderLock(statement, sql);
            } else {
                apply(statement, history.missing(sql));
            }
        }
    }

    /** A role that may make tables in a schema often may not make a schema, not even one that is there. */
    private void createSchema(Connection connection, Statement statement) throws SQLException {
        String schema = settings.schema();
        if (schema == null) {
            requireOwnSchema(connection);
        } else if (!hasSchema(connection, schema)) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + SchemaName.written(schema));
        }
    }

    /** The database would say that there is none, as it does of tables that nobody has made yet. */
    private static void requireOwnSchema(Connection connection) throws SQLException {
        if (connection.getSchema() == null) {
            throw StorageErrors.schema(
                    "the connection has no schema to make tables in, and nothing was made: none of its search_path is there, or the role"
                            + " has no USAGE of it; name one by JdbcOptions.schema, or grant USAGE and CREATE",
                    null);
        }
    }

    private static boolean hasSchema(Connection connection, String schema) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String stored = SchemaName.stored(schema, database);
        try (ResultSet schemas = database.getSchemas()) {
            while (schemas.next()) {
                if (schemas.getString("TABLE_SCHEM").equals(stored)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Another node may have made our own tables since the history was read; then they are in it now. */
    private void requireFree(Connection connection, Sql sql, List<SchemaStep> missing) throws SQLException {
        String foreign = new TakenNames(settings).foreign(connection, sql, missing);
        if (foreign != null && history.missing(sql).equals(missing)) {
            throw SchemaHistory.taken(foreign);
        }
    }

    private void createUnderLock(Statement statement, Sql sql) throws SQLException {
        String script = SchemaScripts.of(sql.dialect(), names).get(0).sql();
        statement.execute(SchemaScripts.statements(script).get(0));
        history.lock(sql);
        apply(statement, history.missing(sql));
        if (sql.dialect().plansByStatistics()) {
            analyze(statement);
        }
    }

    /** A plan made for an empty table is a bad one, and drivers keep plans. */
    private void analyze(Statement statement) throws SQLException {
        for (String table : TABLES) {
            statement.execute(names.apply("ANALYZE {" + table + "}"));
        }
    }

    private static void apply(Statement statement, List<SchemaStep> scripts) throws SQLException {
        for (SchemaStep script : scripts) {
            for (String each : SchemaScripts.statements(script.sql())) {
                statement.execute(each);
            }
            LOG.info("created schema version {}", script.version());
        }
    }
}
