package dev.ticketkit.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {
    /** Believes an array it does not know yet to have ten elements, and for fewer makes a new plan each time, which takes longer than to find them. */
    private static final int BELIEVED_LENGTH = 12;

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public boolean writesInOneStatement() {
        return true;
    }

    @Override
    public boolean errorsBreakTransaction() {
        return true;
    }

    @Override
    public boolean createsTablesInTransaction() {
        return true;
    }

    @Override
    public boolean mayBeDistributed() {
        return true;
    }

    @Override
    public boolean waitsForStandby() {
        return true;
    }

    @Override
    public boolean namesItsFiles() {
        return true;
    }

    @Override
    public boolean preparesForOneSchema() {
        return false;
    }

    @Override
    public boolean driverKeepsStatements() {
        return true;
    }

    @Override
    public boolean bearsInterrupts(String url) {
        return true;
    }

    @Override
    public boolean writesInTurns(String url) {
        return false;
    }

    @Override
    public boolean looksUpSeveral() {
        return true;
    }

    @Override
    public boolean plansByStatistics() {
        return true;
    }

    @Override
    public boolean skipsEqualColumns() {
        return true;
    }

    @Override
    public boolean hasPartialIndexes() {
        return true;
    }

    @Override
    public void setArray(PreparedStatement statement, int index, String type, @Nullable Object[] elements)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, elements));
    }

    @Override
    public boolean hasGroupingSets() {
        return true;
    }

    @Override
    public boolean indexesWords() {
        return true;
    }

    @Override
    public boolean rollsUpAfterCommits() {
        return false;
    }

    @Override
    public int shortestArray() {
        return BELIEVED_LENGTH;
    }

    @Override
    public String unfitness() {
        return """
                SELECT CONCAT('its encoding is ', current_setting('server_encoding'),
                  ', in which not every text can be written; make a database with ENCODING UTF8') AS reason
                WHERE current_setting('server_encoding') <> 'UTF8'""";
    }

    /** A table makes a type of its name, so a type that is there is in its way. */
    @Override
    public String namesInSchema() {
        return """
                SELECT c.relname AS name, c.relname AS table_name,
                  CASE c.relkind WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view'
                    WHEN 'm' THEN 'view' WHEN 'c' THEN 'type' ELSE 'table' END AS kind
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema
                UNION ALL
                SELECT t.typname, t.typname, 'type' FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                WHERE n.nspname = :schema AND t.typrelid = 0 AND t.typelem = 0""";
    }

    @Override
    public String fromNow(String micros) {
        return "CURRENT_TIMESTAMP + CAST(" + micros + " AS double precision) * INTERVAL '1 microsecond'";
    }

    @Override
    public String isReadOnly() {
        return "current_setting('transaction_read_only')";
    }

    @Override
    public String lock(RowLock lock) {
        return switch (lock) {
            case KEY_SHARE -> "FOR KEY SHARE";
            case SHARE -> "FOR SHARE";
            case NO_KEY_UPDATE -> "FOR NO KEY UPDATE";
            case UPDATE -> "FOR UPDATE";
            case UPDATE_UNLESS_LOCKED -> "FOR UPDATE SKIP LOCKED";
        };
    }

    @Override
    public String lockStored() {
        return "\n" + lock(RowLock.KEY_SHARE);
    }

    /** An insert that fails would break the transaction. */
    @Override
    public String orNothing() {
        return "\nON CONFLICT DO NOTHING";
    }

    @Override
    public String addOnce(String table, String column) {
        return "INSERT INTO " + table + " (" + column + ") VALUES (:" + column + ")" + orNothing();
    }

    @Override
    public String addOrChange(String table, String columns, String key) {
        return "INSERT INTO %s (%s) VALUES (%s)\nON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(
                        table,
                        columns,
                        columns.replaceAll("(\\w+)", ":$1"),
                        key,
                        Arrays.stream(columns.split(", "))
                                .filter(column ->
                                        !Arrays.asList(key.split(", ")).contains(column))
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public String deleteMatching(String table, String alias, String rows, String matches) {
        return "DELETE FROM %s %s USING (%s) u WHERE %s".formatted(table, alias, rows, matches);
    }

    @Override
    public String changeMatching(
            String table, String alias, String rows, String matches, String condition, String changes) {
        return "UPDATE %s %s SET %s FROM (%s) u WHERE %s AND %s"
                .formatted(table, alias, changes, rows, matches, condition);
    }

    @Override
    public String take(String table, String condition, String most) {
        return "DELETE FROM %1$s WHERE ctid = ANY(ARRAY(SELECT ctid FROM %1$s WHERE %2$s LIMIT %3$s)) RETURNING *"
                .formatted(table, condition, most);
    }

    @Override
    public String elements(String parameter, String type, String column) {
        return "unnest(CAST(:" + parameter + " AS " + type + "[])) u (" + column + ")";
    }

    @Override
    public String bytes() {
        return "bytea";
    }

    /** Columns are under "C", where UTF-8 is compared as it is. */
    @Override
    public String byCodePoint(String text) {
        return text;
    }

    /** An empty list is not in the index, which the planner does not conclude from the values. */
    @Override
    public String containsAll(String column, String name, int values) {
        return column + " @> :" + name + " AND " + column + " <> '{}'";
    }

    @Override
    public String matches(String text, String name) {
        return text + " ~ :" + name;
    }

    @Override
    public String behind(String key) {
        return key;
    }

    @Override
    public long limitLockWaits(Connection connection, long millis) throws SQLException {
        return PostgresLockLimit.millis(PostgresLockLimit.set(connection, "", millis));
    }

    /** One round trip each way. */
    @Override
    public SavedPlace save(Connection connection, long millis) throws SQLException {
        String before = PostgresLockLimit.set(connection, "SAVEPOINT ticketkit_call;\n", millis);
        return new SavedPlace() {
            @Override
            public long limitBefore() {
                return PostgresLockLimit.millis(before);
            }

            @Override
            public void leave() throws SQLException {
                try (PreparedStatement statement = connection.prepareStatement(
                        "RELEASE SAVEPOINT ticketkit_call;\nSELECT set_config('lock_timeout', ?, true)")) {
                    statement.setString(1, before);
                    statement.execute();
                }
            }

            @Override
            public void goBack() throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("ROLLBACK TO SAVEPOINT ticketkit_call;\nRELEASE SAVEPOINT ticketkit_call");
                }
            }
        };
    }

    /** The server looks for deadlocks itself, and before a slice of a wait ends. */
    @Override
    public boolean mayBeDeadlock(Connection connection) {
        return false;
    }
}
