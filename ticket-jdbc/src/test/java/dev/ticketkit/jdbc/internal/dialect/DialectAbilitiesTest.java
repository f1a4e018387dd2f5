package dev.ticketkit.jdbc.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** What a dialect says that its database can do is tried on the database. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
class DialectAbilitiesTest {
    private final HikariDataSource database;
    private Connection connection;
    private Dialect dialect;

    DialectAbilitiesTest(SqlDialect dialect) {
        database = TestDatabase.of(dialect);
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        dialect = Dialects.of(connection);
        execute("CREATE TABLE item (id integer NOT NULL, state varchar(40), CONSTRAINT item_pk PRIMARY KEY (id))");
        execute("INSERT INTO item (id, state) VALUES (1, 'new 12'), (2, 'old')");
        connection.commit();
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
        database.close();
    }

    @Test
    void theDriverKeepsStatements() throws SQLException {
        assertThat(connection.isWrapperFor(PGConnection.class)).isEqualTo(dialect.driverKeepsStatements());
    }

    @Test
    void aFailedStatementBreaksItsTransaction() {
        assertThatThrownBy(() -> execute("SELECT id FROM nowhere")).isInstanceOf(SQLException.class);
        assertThat(works("SELECT id FROM item")).isEqualTo(!dialect.errorsBreakTransaction());
    }

    @Test
    void aTableIsMadeInATransaction() throws SQLException {
        execute("CREATE TABLE made (id integer)");
        connection.rollback();
        assertThat(works("SELECT id FROM made")).isEqualTo(!dialect.createsTablesInTransaction());
    }

    @Test
    void oneStatementWritesAndReturns() throws SQLException {
        assertThat(does("WITH made AS (INSERT INTO item (id) VALUES (3) RETURNING id) SELECT id FROM made"))
                .isEqualTo(dialect.writesInOneStatement());
    }

    @Test
    void anIndexIsOfSomeRows() throws SQLException {
        assertThat(does("CREATE INDEX item_ix ON item (id) WHERE state = 'new'"))
                .isEqualTo(dialect.hasPartialIndexes());
    }

    @Test
    void oneQueryGroupsByDifferentColumns() throws SQLException {
        assertThat(does("SELECT id, state, COUNT(*) FROM item GROUP BY GROUPING SETS ((id), (state))"))
                .isEqualTo(dialect.hasGroupingSets());
    }

    @Test
    void wordsAreIndexed() throws SQLException {
        assertThat(does("SELECT to_tsvector('english', state) FROM item")).isEqualTo(dialect.indexesWords());
    }

    @Test
    void anExtensionIsPossible() throws SQLException {
        assertThat(does("SELECT extname FROM pg_extension")).isEqualTo(dialect.mayBeDistributed());
    }

    @Test
    void theServerNamesItsFiles() throws SQLException {
        assertThat(does("SELECT pg_relation_filepath('item')")).isEqualTo(dialect.namesItsFiles());
    }

    @Test
    void aStatementStaysInTheSchemaItWasPreparedFor() throws SQLException {
        execute("CREATE SCHEMA other");
        execute("CREATE TABLE other.item (id integer)");
        connection.commit();
        try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM item")) {
            assertThat(number(count)).isEqualTo(2);
            connection.setSchema(SchemaName.folded("other", connection.getMetaData()));
            assertThat(number(count)).isEqualTo(dialect.preparesForOneSchema() ? 2 : 0);
        }
    }

    @Test
    void anErrorOfAnInsertIsUndoneAloneUnlessItAddsNothing() throws SQLException {
        String again = "INSERT INTO item (id) VALUES (1)" + dialect.orNothing();
        assertThat(does(again)).isEqualTo(dialect.errorsBreakTransaction());
    }

    @Test
    void whatIsSaidToBeStoredIsLockedWhereAStandbyIsWaitedFor() throws SQLException {
        execute("SELECT id FROM item WHERE id = 1" + dialect.lockStored());
        assertThat(waits("DELETE FROM item WHERE id = 1")).isEqualTo(dialect.waitsForStandby());
    }

    /** H2 has no lock that leaves rows out: it waits. */
    @Test
    void rowsThatAreLockedAreLeftOut() throws SQLException {
        execute("SELECT id FROM item WHERE id = 1 " + dialect.lock(RowLock.UPDATE));
        assertThat(waits("SELECT id FROM item WHERE id = 1 " + dialect.lock(RowLock.UPDATE_UNLESS_LOCKED)))
                .isEqualTo(!dialect.writesInOneStatement());
    }

    /** H2 shares no locks: two readers wait for each other. */
    @Test
    void locksAreShared() throws SQLException {
        for (RowLock lock : new RowLock[] {RowLock.KEY_SHARE, RowLock.SHARE}) {
            execute("SELECT id FROM item WHERE id = 1 " + dialect.lock(lock));
            assertThat(waits("SELECT id FROM item WHERE id = 1 " + dialect.lock(lock)))
                    .as(lock.name())
                    .isEqualTo(!dialect.writesInOneStatement());
        }
    }

    @Test
    void aLockThatKeepsTheKeyLetsOthersReferToTheRow() throws SQLException {
        execute("SELECT id FROM item WHERE id = 1 " + dialect.lock(RowLock.NO_KEY_UPDATE));
        assertThat(waits("SELECT id FROM item WHERE id = 1 " + dialect.lock(RowLock.KEY_SHARE)))
                .isEqualTo(!dialect.writesInOneStatement());
        execute("SELECT id FROM item WHERE id = 2 " + dialect.lock(RowLock.UPDATE));
        assertThat(waits("SELECT id FROM item WHERE id = 2 " + dialect.lock(RowLock.KEY_SHARE)))
                .isTrue();
    }

    @Test
    void aTransactionSaysWhetherItCanOnlyRead() throws SQLException {
        assertThat(text("SELECT " + dialect.isReadOnly())).isEqualTo("off");
        connection.rollback();
        connection.setReadOnly(true);
        assertThat(text("SELECT " + dialect.isReadOnly())).isEqualTo(dialect.waitsForStandby() ? "on" : "off");
        connection.rollback();
        connection.setReadOnly(false);
    }

    @Test
    void aRegularExpressionDescribesSomePartOfAText() throws SQLException {
        String found = "SELECT id FROM item WHERE "
                + dialect.matches("state", "pattern").replace(":pattern", "?");
        try (PreparedStatement statement = connection.prepareStatement(found)) {
            statement.setString(1, "[0-9]+$");
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(1);
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void anOrderNamesTheColumnsThatAnIndexNeeds() throws SQLException {
        execute("CREATE INDEX item_state_ix ON item (state, id)");
        assertThat(isSortedByIndex("id")).isEqualTo(dialect.skipsEqualColumns());
        assertThat(isSortedByIndex(dialect.order("state", "id"))).isTrue();
    }

    @Test
    void aDatabaseForTestsIsFit() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet reasons = statement.executeQuery(dialect.unfitness())) {
            assertThat(reasons.next()).isFalse();
        }
    }

    @Test
    void whatIsInASchemaIsNamedWithItsKind() throws SQLException {
        String names = dialect.namesInSchema().replace(":schema", "'" + connection.getSchema() + "'");
        assertThat(text("SELECT kind FROM (" + names + ") n WHERE LOWER(name) = 'item'"))
                .isEqualTo("table");
        assertThat(text("SELECT LOWER(table_name) FROM (" + names + ") n WHERE LOWER(name) = 'item_pk'"))
                .isIn("item", "item_pk");
    }

    /** Only where the limit is the transaction's; else it is the connection's, and stays. */
    @Test
    void aTransactionsLockWaitsAreLimited() throws SQLException {
        long before = limit();
        dialect.limitLockWaits(connection, 70);
        assertThat(limit()).isEqualTo(dialect.writesInOneStatement() ? 70 : before);
    }

    @Test
    void aPlaceInAPlaceGivesItsLimitBack() throws SQLException {
        long before = limit();
        SavedPlace outer = dialect.save(connection, 30);
        assertThat(limit()).isEqualTo(30);
        SavedPlace inner = dialect.save(connection, 20);
        assertThat(inner.limitBefore()).isEqualTo(30);
        inner.leave();
        outer.leave();
        assertThat(limit()).isEqualTo(before);
    }

    @Test
    void aWaitIsNoDeadlockWhileNobodyElseIsAboutAStatement() throws SQLException {
        execute("UPDATE item SET state = 'held' WHERE id = 1");
        assertThat(dialect.mayBeDeadlock(connection)).isFalse();
    }

    /** H2 says nothing but that a lock was not had in time; PostgreSQL finds deadlocks by itself. */
    @Test
    void aWaitMayBeADeadlockWhileAnotherTransactionIsAboutAStatement() throws Exception {
        boolean asked = dialect.folder().equals("h2");
        execute("UPDATE item SET state = 'held' WHERE id = 1");
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            if (asked) {
                // Longer than any machine takes until the test looks.
                statement.execute("SET LOCK_TIMEOUT 60000");
            }
            other.setAutoCommit(false);
            statement.execute("UPDATE item SET state = 'held' WHERE id = 2");
            Thread waiting = new Thread(() -> waitsFor(statement, "UPDATE item SET state = 'mine' WHERE id = 1"));
            waiting.start();
            boolean seen = dialect.mayBeDeadlock(connection);
            while (asked && !seen && waiting.isAlive()) {
                seen = dialect.mayBeDeadlock(connection);
            }
            connection.rollback();
            waiting.join();
            other.rollback();
            assertThat(seen).isEqualTo(asked);
        }
    }

    private static boolean waitsFor(Statement statement, String sql) {
        try {
            return statement.execute(sql);
        } catch (SQLException e) {
            // The lock came too late, which is all the same: the test looks while this waits.
            return SqlFailure.isLockWait(e);
        }
    }

    /** On H2 a shorter one of the connection's own stays. */
    @Test
    void aPlaceHasALimitOfItsOwn() throws SQLException {
        SavedPlace shorter = dialect.save(connection, 50);
        SavedPlace longer = dialect.save(connection, 1_000_000);

        assertThat(limit()).isEqualTo(dialect.folder().equals("h2") ? 50 : 1_000_000);
        longer.leave();
        shorter.leave();
    }

    private boolean isSortedByIndex(String order) throws SQLException {
        boolean h2 = dialect.folder().equals("h2");
        if (!h2) {
            execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off");
        }
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet lines =
                        statement.executeQuery("EXPLAIN SELECT id FROM item WHERE state = 'old' ORDER BY " + order)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return h2 ? plan.indexOf("index sorted") >= 0 : plan.indexOf("Sort") < 0;
    }

    /** A longer limit than any that is set, so that it changes none where only less is taken. */
    private long limit() throws SQLException {
        SavedPlace place = dialect.save(connection, 1_000_000);
        place.leave();
        return place.limitBefore();
    }

    /** Whether a statement beside this transaction waits for a lock. */
    private boolean waits(String statement) throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            SavedPlace place = dialect.save(other, 50);
            try (Statement beside = other.createStatement()) {
                beside.execute(statement);
                return false;
            } catch (SQLException e) {
                assertThat(SqlFailure.isLockWait(e)).as(e.getMessage()).isTrue();
                return true;
            } finally {
                place.goBack();
                other.rollback();
            }
        }
    }

    /** Whether a statement succeeds; if not, the transaction goes on all the same. */
    private boolean does(String statement) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean done = works(statement);
        if (!done) {
            connection.rollback(before);
        }
        return done;
    }

    private boolean works(String statement) {
        try {
            execute(statement);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getString(1);
        }
    }

    private static int number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
