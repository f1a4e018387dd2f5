package dev.ticketkit.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection, for the length of one piece of work. */
public final class Sql {
    private final Connection connection;
    private final Dialect dialect;
    private final @Nullable Database database;
    private final Statements statements;

    /** For the tables themselves, before it is known what is in them. */
    public Sql(Connection connection, Dialect dialect) {
        this(connection, dialect, null, Statements.of(connection));
    }

    public Sql(Connection connection, Database database) {
        this(connection, database.dialect, database, Statements.of(connection));
    }

    private Sql(Connection connection, Dialect dialect, @Nullable Database database, Statements statements) {
        this.statements = statements;
        this.connection = connection;
        this.dialect = dialect;
        this.database = database;
    }

    /** A piece of work on a connection. It may be run again on another one. */
    public interface Work<T> {
        T run(Sql sql) throws SQLException;
    }

    /** On the same connection, with statements that somebody keeps. */
    public Sql with(Statements kept) {
        return new Sql(connection, dialect, database, kept);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Where the connection leads. */
    public Database database() {
        return Objects.requireNonNull(database, "database");
    }

    /** The hashes that reserve references and external ids. */
    public KeyedHashes hashes() {
        return database().hashes;
    }

    public boolean isPostgres() {
        return dialect == Dialect.POSTGRESQL;
    }

    /** Whether the tables are on the nodes of Citus; then this is PostgreSQL too. */
    public boolean isDistributed() {
        return database().distributed;
    }

    /** Whether the host gave a connection for reading only; a driver may tell the server no earlier than in a transaction. */
    public boolean isReadOnly() throws SQLException {
        return connection.isReadOnly();
    }

    /** How many rows it touched. */
    public int update(SqlText sql, Bindings bindings) throws SQLException {
        return statements.with(sql.text(), statement -> {
            bindings.apply(statement, sql);
            return statement.executeUpdate();
        });
    }

    /** Inserts a row unless one of its unique values is there: then nothing happens and the transaction stays usable. */
    public boolean insert(SqlText sql, Bindings bindings) throws SQLException {
        try {
            return update(sql, bindings) == 1;
        } catch (SQLException e) {
            // H2 rolls back the one statement. On PostgreSQL such statements say ON CONFLICT DO NOTHING.
            if (!isPostgres() && SqlFailure.of(e) == SqlFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    /** Like {@link #insert} for each row, in one go where the database can. */
    public void insertAll(SqlText sql, List<Bindings> rows) throws SQLException {
        if (!isPostgres()) {
            for (Bindings row : rows) {
                insert(sql, row);
            }
            return;
        }
        updateAll(sql, rows);
    }

    /** Like {@link #update} with each of several sets of values; how many rows each touched. */
    public int[] updateAll(SqlText sql, List<Bindings> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return statements.with(sql.text(), statement -> {
            for (Bindings row : rows) {
                row.apply(statement, sql);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Like {@link #update}, but a row that is there already leads to -1 and leaves the transaction usable. */
    public int updateInSavepoint(SqlText sql, Bindings bindings) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            int count = update(sql, bindings);
            connection.releaseSavepoint(savepoint);
            return count;
        } catch (SQLException e) {
            if (SqlFailure.of(e) != SqlFailure.DUPLICATE) {
                throw e;
            }
            connection.rollback(savepoint);
            return -1;
        }
    }

    public <T> List<T> list(SqlText sql, Bindings bindings, Row.Mapper<T> mapper) throws SQLException {
        return statements.with(sql.text(), statement -> {
            bindings.apply(statement, sql);
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) {
                    found.add(row.map(mapper));
                }
            }
            CommitWarnings.log(statement.getWarnings());
            return found;
        });
    }

    public <T> Optional<T> first(SqlText sql, Bindings bindings, Row.Mapper<T> mapper) throws SQLException {
        return list(sql, bindings, mapper).stream().findFirst();
    }
}
