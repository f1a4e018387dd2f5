package dev.ticketkit.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How one database is spoken to: what it can do, how it says what every database can say in its own way, and how it waits for locks. All else
 * is written once. Whoever asks what it can do chooses between ways of doing things, each of which fits more than one database; what it is
 * called is nobody's business. In texts, {@code {ticket}} stands for a table and {@code :name} for a parameter. Stateless.
 *
 * <p>See docs/decisions/0024-dialects.md.
 */
public interface Dialect {
    /** The folder of its scripts. */
    String folder();

    /**
     * Whether one statement can write several tables and return what it wrote. Then a commit, a claim, the acknowledgement of many deliveries
     * and a rolling up is one statement that is a transaction of its own; else it is several in a transaction.
     */
    boolean writesInOneStatement();

    /** Whether a statement that fails breaks its transaction. Else it alone is undone. */
    boolean errorsBreakTransaction();

    /** Whether tables are made in a transaction. Else each statement that makes one is stored at once. */
    boolean createsTablesInTransaction();

    /** Whether an extension may spread its tables over several nodes. */
    boolean mayBeDistributed();

    /** Whether a commit may be seen before it is on a standby. Then what is said to be stored is locked first, as only a lock waits for that. */
    boolean waitsForStandby();

    /** Whether a server says which files are its own. */
    boolean namesItsFiles();

    /** Whether a statement goes to the schema in which it was prepared, whatever the connection's schema is later. */
    boolean preparesForOneSchema();

    /** Whether its driver keeps statements prepared. */
    boolean driverKeepsStatements();

    /** Whether the database behind a URL goes on working when a thread is interrupted in it. */
    boolean bearsInterrupts(String url);

    /** Whether transactions that write to the database behind a URL have to come one after the other. */
    boolean writesInTurns(String url);

    /** Whether rows named by several keys, with {@code = ANY}, {@code IN} or {@code OR}, are found in an index. Else each is joined. */
    boolean looksUpSeveral();

    /**
     * Whether it plans by statistics of its rows, finds the place of a row of values in an index and reads a subquery no further than its limit.
     * Else a statement is written so that there is one plan for it, and that is good.
     */
    boolean plansByStatistics();

    /** Whether an order by an index leaves out columns before it that are the same for all rows, unless they are null. */
    boolean skipsEqualColumns();

    /** Whether an index can be of some rows only. Else the state is one of its columns. */
    boolean hasPartialIndexes();

    /** Sets a parameter to an array, of elements of a type that PostgreSQL knows. */
    void setArray(PreparedStatement statement, int index, String type, @Nullable Object[] elements) throws SQLException;

    /** Whether one query can group by different columns. */
    boolean hasGroupingSets();

    /** Whether it has an index of words; it finds stems then too. Else words and attributes are rows of a table. */
    boolean indexesWords();

    /** Whether deltas take so long to read that they are rolled up after commits, not only by maintenance. */
    boolean rollsUpAfterCommits();

    /** How many elements an array should have at least, to be read by a plan that was made for any array. */
    int shortestArray();

    /** Why this database cannot hold a desk whatever is in it; no row when it can. */
    String unfitness();

    /** What is in the schema {@code :schema}: each {@code name} and {@code kind}, and the {@code table_name} it belongs to. */
    String namesInSchema();

    /** The database's time, so many microseconds from now. */
    String fromNow(String micros);

    /** Whether the transaction can only read, as {@code 'on'} or {@code 'off'}. */
    String isReadOnly();

    /** What goes behind a query to lock its rows. */
    String lock(RowLock lock);

    /** What goes behind a query whose rows are said to be stored: see {@link #waitsForStandby}. May be empty. */
    String lockStored();

    /** What goes behind an insert that does nothing where one of its unique values is there. Empty where it fails, and only it is undone. */
    String orNothing();

    /** Adds a row of one column, of the parameter of that name, to a table of which that is the key; does nothing where there is one. */
    String addOnce(String table, String column);

    /**
     * Adds a row, or changes the row that has its key.
     *
     * @param columns all of them, with commas between; the parameters have their names
     * @param key those of the key
     */
    String addOrChange(String table, String columns, String key);

    /** Deletes the rows, named as {@code alias}, that match one of the rows {@code u}. */
    String deleteMatching(String table, String alias, String rows, String matches);

    /** Changes the rows, named as {@code alias}, that match one of the rows {@code u} and a condition. */
    String changeMatching(String table, String alias, String rows, String matches, String condition, String changes);

    /** Deletes some rows, at most so many, and returns them. */
    String take(String table, String condition, String most);

    /** A table {@code u} of the elements of an array parameter, with one column. */
    String elements(String parameter, String type, String column);

    /** The type of bytes. */
    String bytes();

    /** A text as something to sort and compare by code point. */
    String byCodePoint(String text);

    /**
     * Whether an array has all of some values: parameters are the array {@code name}, and each of its values as {@code name_0}, {@code name_1} and
     * so on.
     */
    String containsAll(String column, String name, int values);

    /** Whether some part of a text is what a regular expression, the parameter of that name, describes. */
    String matches(String text, String name);

    /** The least text that is behind all rows of a key. */
    String behind(String key);

    /**
     * Columns of an order by an index.
     *
     * @param equal those that are the same for all rows and come first in the index
     */
    default String order(String equal, String columns) {
        return skipsEqualColumns() ? columns : equal + ", " + columns;
    }

    /** Limits the lock waits of the transaction that begins; what the limit was in milliseconds, 0 for none. */
    long limitLockWaits(Connection connection, long millis) throws SQLException;

    /** Marks a place in a transaction, and limits the lock waits from there on to what is given, or to what was set before if that is less. */
    SavedPlace save(Connection connection, long millis) throws SQLException;

    /** Whether a lock wait that has reached its limit may have been a deadlock that nobody else will see. */
    boolean mayBeDeadlock(Connection connection) throws SQLException;
}
