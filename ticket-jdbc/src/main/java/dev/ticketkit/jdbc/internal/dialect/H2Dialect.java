package dev.ticketkit.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * H2.
 *
 * <p>See docs/decisions/0015-h2.md.
 */
final class H2Dialect implements Dialect {
    private static final String IN_MEMORY = "jdbc:h2:mem:";

    @Override
    public String folder() {
        return "h2";
    }

    @Override
    public boolean writesInOneStatement() {
        return false;
    }

    @Override
    public boolean errorsBreakTransaction() {
        return false;
    }

    @Override
    public boolean createsTablesInTransaction() {
        return false;
    }

    @Override
    public boolean mayBeDistributed() {
        return false;
    }

    @Override
    public boolean waitsForStandby() {
        return false;
    }

    @Override
    public boolean namesItsFiles() {
        return false;
    }

    @Override
    public boolean preparesForOneSchema() {
        return true;
    }

    @Override
    public boolean driverKeepsStatements() {
        return false;
    }

    /** A thread that is interrupted in a file closes it; not so in memory, behind a server and in {@code async:} files. */
    @Override
    public boolean bearsInterrupts(String url) {
        String place = url.replaceFirst("^jdbc:h2:", "");
        return place.startsWith("mem:")
                || place.startsWith("tcp:")
                || place.startsWith("ssl:")
                || place.contains("async:");
    }

    /** What concurrent transactions do is saved table by table, not in one moment: only a database in memory has nothing to save. */
    @Override
    public boolean writesInTurns(String url) {
        return !url.startsWith(IN_MEMORY);
    }

    /** An array is looked up in an index only by its first column, and compared with every row of the tenant. */
    @Override
    public boolean looksUpSeveral() {
        return false;
    }

    @Override
    public boolean plansByStatistics() {
        return false;
    }

    @Override
    public boolean skipsEqualColumns() {
        return false;
    }

    @Override
    public boolean hasPartialIndexes() {
        return false;
    }

    /** As it is: an array of JDBC would be made and taken apart again. */
    @Override
    public void setArray(PreparedStatement statement, int index, String type, @Nullable Object[] elements)
            throws SQLException {
        statement.setObject(index, elements);
    }

    @Override
    public boolean hasGroupingSets() {
        return false;
    }

    @Override
    public boolean indexesWords() {
        return false;
    }

    @Override
    public boolean rollsUpAfterCommits() {
        return true;
    }

    @Override
    public int shortestArray() {
        return 0;
    }

    /**
     * Those that are refused know no {@code LIMIT}, read an empty text as null, or let a unique index hold null only once. IGNORECASE makes ids equal
     * that are not; a collation finds other keys by range.
     */
    @Override
    public String unfitness() {
        return """
                SELECT CASE SETTING_NAME
                  WHEN 'MODE' THEN CONCAT('its mode is ', SETTING_VALUE, ', whose SQL means something else; leave MODE out of the URL,',
                    ' or choose LEGACY, PostgreSQL, MySQL, MariaDB, DB2 or HSQLDB')
                  WHEN 'IGNORECASE' THEN 'its setting IGNORECASE makes ids equal that are not; leave it out of the URL'
                  ELSE CONCAT('its collation is ', SETTING_VALUE, ', by which keys are found that were not meant; make it without COLLATION,',
                    ' each list of a desk is sorted by language as it is') END AS reason
                FROM INFORMATION_SCHEMA.SETTINGS
                WHERE (SETTING_NAME = 'MODE' AND UPPER(SETTING_VALUE) IN ('STRICT', 'ORACLE', 'MSSQLSERVER', 'DERBY'))
                  OR (SETTING_NAME = 'IGNORECASE' AND SETTING_VALUE NOT IN ('0', 'false'))
                  OR (SETTING_NAME = 'COLLATION' AND SETTING_VALUE <> 'OFF')""";
    }

    @Override
    public String namesInSchema() {
        return """
                SELECT t.TABLE_NAME AS name, t.TABLE_NAME AS table_name,
                  CASE t.TABLE_TYPE WHEN 'BASE TABLE' THEN 'table' ELSE LOWER(t.TABLE_TYPE) END AS kind
                FROM INFORMATION_SCHEMA.TABLES t WHERE t.TABLE_SCHEMA = :schema
                UNION ALL
                SELECT i.INDEX_NAME, i.TABLE_NAME, 'index' FROM INFORMATION_SCHEMA.INDEXES i WHERE i.INDEX_SCHEMA = :schema
                UNION ALL
                SELECT c.CONSTRAINT_NAME, c.TABLE_NAME, 'constraint' FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c
                WHERE c.CONSTRAINT_SCHEMA = :schema
                UNION ALL
                SELECT s.SYNONYM_NAME, s.SYNONYM_NAME, 'synonym' FROM INFORMATION_SCHEMA.SYNONYMS s
                WHERE s.SYNONYM_SCHEMA = :schema""";
    }

    @Override
    public String fromNow(String micros) {
        return "DATEADD(MICROSECOND, CAST(" + micros + " AS bigint), CURRENT_TIMESTAMP)";
    }

    @Override
    public String isReadOnly() {
        return "'off'";
    }

    /** Shares no locks; and with those that leave rows out it reads, and locks, more than it returns. */
    @Override
    public String lock(RowLock lock) {
        return "FOR UPDATE";
    }

    @Override
    public String lockStored() {
        return "";
    }

    @Override
    public String orNothing() {
        return "";
    }

    @Override
    public String addOnce(String table, String column) {
        return "INSERT INTO %1$s (%2$s)\nSELECT :%2$s WHERE NOT EXISTS (SELECT 1 FROM %1$s f WHERE f.%2$s = :%2$s)"
                .formatted(table, column);
    }

    @Override
    public String addOrChange(String table, String columns, String key) {
        return "MERGE INTO %s (%s) KEY (%s) VALUES (%s)"
                .formatted(table, columns, key, columns.replaceAll("(\\w+)", ":$1"));
    }

    @Override
    public String deleteMatching(String table, String alias, String rows, String matches) {
        return "MERGE INTO %s %s\nUSING (%s) u\nON %s\nWHEN MATCHED THEN DELETE".formatted(table, alias, rows, matches);
    }

    @Override
    public String changeMatching(
            String table, String alias, String rows, String matches, String condition, String changes) {
        return "MERGE INTO %s %s USING (%s) u\nON %s\nWHEN MATCHED AND %s THEN UPDATE SET %s"
                .formatted(table, alias, rows, matches, condition, changes);
    }

    @Override
    public String take(String table, String condition, String most) {
        return "SELECT d.* FROM OLD TABLE (\nDELETE FROM %s WHERE %s FETCH FIRST %s ROWS ONLY) d"
                .formatted(table, condition, most);
    }

    @Override
    public String elements(String parameter, String type, String column) {
        return "UNNEST(CAST(:" + parameter + " AS " + type + " ARRAY)) u (" + column + ")";
    }

    @Override
    public String bytes() {
        return "varbinary";
    }

    /** Texts are compared by UTF-16 units, their UTF-8 as it is. */
    @Override
    public String byCodePoint(String text) {
        return "CAST(CAST(" + text + " AS varchar) AS varbinary)";
    }

    @Override
    public String containsAll(String column, String name, int values) {
        return IntStream.range(0, values)
                .mapToObj(i -> "ARRAY_CONTAINS(" + column + ", :" + name + "_" + i + ")")
                .collect(Collectors.joining("\n  AND "));
    }

    @Override
    public String matches(String text, String name) {
        return "REGEXP_LIKE(" + text + ", :" + name + ")";
    }

    /** A search for more than a key begins at the rows of that key, however many; no key holds this character, so no other is passed over. */
    @Override
    public String behind(String key) {
        return key.isEmpty() ? key : key + '\0';
    }

    /** The connection has a limit of its own. */
    @Override
    public long limitLockWaits(Connection connection, long millis) {
        return 0;
    }

    @Override
    public SavedPlace save(Connection connection, long millis) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        long before = lockTimeout(connection);
        setLockTimeout(connection, Math.min(before, millis));
        return new SavedPlace() {
            @Override
            public long limitBefore() {
                return before;
            }

            @Override
            public void leave() throws SQLException {
                setLockTimeout(connection, before);
                connection.releaseSavepoint(savepoint);
            }

            @Override
            public void goBack() throws SQLException {
                setLockTimeout(connection, before);
                connection.rollback(savepoint);
            }
        };
    }

    /**
     * Most deadlocks are ended by the limit alone. Then another is about a statement of an open transaction; who only holds one open is
     * not, least of all on this thread.
     */
    @Override
    public boolean mayBeDeadlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS s
                        WHERE s.SESSION_ID <> SESSION_ID() AND s.CONTAINS_UNCOMMITTED AND s.EXECUTING_STATEMENT IS NOT NULL""")) {
            return result.next();
        }
    }

    private static long lockTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT LOCK_TIMEOUT()")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void setLockTimeout(Connection connection, long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCK_TIMEOUT " + millis);
        }
    }
}
