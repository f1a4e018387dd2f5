package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.connection.StoreSettings;
import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.dialect.Dialects;
import dev.ticketkit.jdbc.internal.schema.SchemaCreation;
import dev.ticketkit.jdbc.internal.schema.SchemaHistory;
import dev.ticketkit.jdbc.internal.schema.SchemaScripts;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The tables of the store. A host creates them when it likes: by {@link #create}, or with its own migration tool from
 * {@link #scripts}. The store itself only verifies.
 */
public final class TicketSchema {
    private TicketSchema() {}

    /** Creates what is missing, under the default names. */
    public static void create(DataSource dataSource) {
        create(dataSource, JdbcOptions.defaults());
    }

    /**
     * Creates what is missing, the schema included. Any number of nodes may do so at the same time: one works, the others wait and
     * find it done. After a crash, run it again.
     *
     * @throws StorageException with {@code SCHEMA} and nothing made when a step was applied from another script, something of the host has
     *     one of our names, or there is no schema to make them in
     */
    public static void create(DataSource dataSource, JdbcOptions options) {
        new SchemaCreation(Required.argument(dataSource, "dataSource"), settings(options)).run();
    }

    /** Verifies the tables under the default names. */
    public static void verify(DataSource dataSource) {
        verify(dataSource, JdbcOptions.defaults());
    }

    /**
     * Checks that every step was applied, and writes nothing.
     *
     * @throws StorageException with {@code SCHEMA}, naming the first step that is missing or differs
     */
    public static void verify(DataSource dataSource, JdbcOptions options) {
        try (Connection connection = Required.argument(dataSource, "dataSource").getConnection()) {
            new SchemaHistory(names(options)).verify(new Sql(connection, Dialects.of(connection)));
        } catch (SQLException e) {
            throw StorageErrors.ofOwn(e);
        }
    }

    /** The steps for a host's own migration tool, in order. They make tables, not the schema they are in. */
    public static List<SchemaScript> scripts(SqlDialect dialect, JdbcOptions options) {
        return scripts(Dialects.named(Required.argument(dialect, "dialect").name()), options);
    }

    /**
     * The steps for the database of a source, whatever that is; reads only what kind it is.
     *
     * @throws StorageException when it does not answer, or is of a kind that is not supported
     */
    public static List<SchemaScript> scripts(DataSource dataSource, JdbcOptions options) {
        try (Connection connection = Required.argument(dataSource, "dataSource").getConnection()) {
            return scripts(Dialects.of(connection), options);
        } catch (SQLException e) {
            throw StorageErrors.of(e);
        }
    }

    private static List<SchemaScript> scripts(Dialect dialect, JdbcOptions options) {
        return SchemaScripts.of(dialect, names(options)).stream()
                .map(step -> new SchemaScript(step.version(), step.name(), step.sql(), step.checksum()))
                .toList();
    }

    /**
     * What spreads the tables over the nodes of a Citus cluster, by tenant. The host runs it once on the coordinator, one statement after the
     * other, when the tables are made and before the first ticket; a storage made afterwards finds out by itself. If one fails, go on
     * with it when its cause is removed.
     *
     * @return statements without a semicolon; each is a {@code SELECT} of a function of Citus
     */
    public static List<String> distribution(JdbcOptions options) {
        return SchemaScripts.distribution(names(options));
    }

    private static TableNames names(JdbcOptions options) {
        return settings(options).names();
    }

    private static StoreSettings settings(JdbcOptions options) {
        return Required.argument(options, "options").settings();
    }
}
