package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
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

    /** On the same connection, with statements that are kept. */
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

    /** Whether a statement of several writes is a transaction of its own: not where several nodes would take it apart. */
    public boolean writesInOneStatement() {
        return dialect.writesInOneStatement() && !isDistributed();
    }

    /** Whether the tables are on the nodes of Citus. */
    public boolean isDistributed() {
        return database().distributed;
    }

    /** The URL under which transactions that write here take turns; null where they need not. */
    public @Nullable String turns() {
        return database().turns;
    }

    /** Whether the host gave a connection for reading only; a driver may say so to the server no earlier than in a transaction. */
    public boolean isReadOnly() throws SQLException {
        return connection.isReadOnly();
    }

    /** How many rows it touched. */
    public int update(SqlText sql, Bindings bindings) throws SQLException {
        SqlText.Form form = sql.in(dialect);
        return statements.with(form.text(), statement -> {
            bindings.apply(statement, form);
            return statement.executeUpdate();
        });
    }

    /** Inserts a row unless one of its unique values is there: then nothing happens and the transaction stays usable. */
    public boolean insert(SqlText sql, Bindings bindings) throws SQLException {
        try {
            return update(sql, bindings) == 1;
        } catch (SQLException e) {
            // Where it would break the transaction, such a statement says by itself that it does nothing.
            if (!dialect.errorsBreakTransaction() && SqlFailure.of(e) == SqlFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    /** Like {@link #insert} for each row, in one go where none can fail. */
    public void insertAll(SqlText sql, List<Bindings> rows) throws SQLException {
        if (!dialect.errorsBreakTransaction()) {
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
        SqlText.Form form = sql.in(dialect);
        return statements.with(form.text(), statement -> {
            for (Bindings row : rows) {
                row.apply(statement, form);
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
        SqlText.Form form = sql.in(dialect);
        return statements.with(form.text(), statement -> {
            bindings.apply(statement, form);
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
        List<T> found = list(sql, bindings, mapper);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }
}
