package dev.ticketkit.spring.internal.schema;

import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.SchemaScript;
import java.sql.Connection;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.resource.ClassLoaderResourceAccessor;

/** The shipped scripts as change sets in the change log of the application, after the application's own. */
public final class LiquibaseScripts implements SchemaMigration {
    private static final String PATH = "dev/ticketkit/jdbc";

    private final SpringLiquibase host;

    /** Under the history that the application's Liquibase keeps. */
    public LiquibaseScripts(SpringLiquibase host) {
        this.host = host;
    }

    @Override
    public void migrate(DataSource dataSource, JdbcOptions options) {
        DatabaseChangeLog log = new DatabaseChangeLog(PATH);
        Scripts.of(dataSource, options).forEach(script -> log.addChangeSet(changeSet(script, log)));
        try (Connection connection = dataSource.getConnection();
                Liquibase liquibase = new Liquibase(log, new ClassLoaderResourceAccessor(), database(connection))) {
            liquibase.update(new Contexts());
        } catch (Exception e) {
            throw new IllegalStateException("Liquibase could not apply the scripts of the ticket tables", e);
        }
    }

    private Database database(Connection connection) throws LiquibaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        if (host.getDatabaseChangeLogTable() != null) {
            database.setDatabaseChangeLogTableName(host.getDatabaseChangeLogTable());
        }
        if (host.getDatabaseChangeLogLockTable() != null) {
            database.setDatabaseChangeLogLockTableName(host.getDatabaseChangeLogLockTable());
        }
        if (host.getLiquibaseSchema() != null) {
            database.setLiquibaseSchemaName(host.getLiquibaseSchema());
        }
        return database;
    }

    private static ChangeSet changeSet(SchemaScript script, DatabaseChangeLog log) {
        RawSQLChange statements = new RawSQLChange(script.sql());
        statements.setSplitStatements(false);
        statements.setStripComments(false);
        ChangeSet change = new ChangeSet(Scripts.title(script), "ticketkit", false, false, PATH, null, null, log);
        change.addChange(statements);
        return change;
    }
}
