package dev.ticketkit.jdbc.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlFailure;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a dialect says means the same on each database. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B5")
class DialectTest {
    private static final TableNames NAMES = new TableNames(null, "");

    private final HikariDataSource database;
    private Connection connection;
    private Sql sql;

    DialectTest(SqlDialect dialect) {
        database = TestDatabase.of(dialect);
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        sql = new Sql(connection, Dialects.of(connection));
        String texts = sql.dialect().folder().equals("h2") ? "varchar ARRAY" : "text ARRAY";
        connection
                .createStatement()
                .execute("CREATE TABLE word (name varchar(40) NOT NULL, place bigint NOT NULL, note varchar(40),"
                        + " tags " + texts + ", CONSTRAINT word_pk PRIMARY KEY (name))");
        connection.commit();
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
        database.close();
    }

    @Test
    void isFoundFromAConnection() throws SQLException {
        assertThat(Dialects.of(connection).folder())
                .isEqualTo(connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT));
    }

    @Test
    void countsMicrosecondsFromTheDatabasesTime() throws SQLException {
        Duration ahead = read(
                dialect -> "SELECT CURRENT_TIMESTAMP AS now_at, " + dialect.fromNow(":micros") + " AS later_at",
                new Bindings().number("micros", 90_061_000_001L),
                row -> Duration.between(row.time("now_at"), row.time("later_at")));

        assertThat(ahead).isEqualTo(Duration.ofSeconds(90_061).plusNanos(1_000));
    }

    @Test
    void goesBackInTimeByNegativeMicroseconds() throws SQLException {
        Instant earlier = read(
                dialect -> "SELECT " + dialect.fromNow(":micros") + " AS at",
                new Bindings().number("micros", -Duration.ofDays(1).toNanos() / 1_000),
                row -> row.time("at"));

        assertThat(earlier).isBetween(Instant.now().minus(Duration.ofDays(1).plusMinutes(5)), Instant.now());
    }

    @Test
    void addsNothingWhereARowIsAndTheTransactionGoesOn() throws SQLException {
        assertThat(sql.insert(NAMES.insert("INSERT INTO {word} (name, place) VALUES (:name, 1)"), word("a")))
                .isTrue();
        assertThat(sql.insert(NAMES.insert("INSERT INTO {word} (name, place) VALUES (:name, 2)"), word("a")))
                .isFalse();
        assertThat(places()).containsExactly(1L);
    }

    @Test
    void addsARowOfAKeyOnce() throws SQLException {
        execute("CREATE TABLE turn (name varchar(40) NOT NULL, CONSTRAINT turn_pk PRIMARY KEY (name))");
        for (int i = 0; i < 2; i++) {
            change(dialect -> dialect.addOnce("{turn}", "name"), word("a"));
        }
        long rows = read(dialect -> "SELECT COUNT(*) AS n FROM turn", new Bindings(), row -> row.number("n"));
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void addsOrChangesTheRowOfAKey() throws SQLException {
        for (long place = 1; place <= 2; place++) {
            change(
                    dialect -> dialect.addOrChange("{word}", "name, place, note", "name"),
                    word("a").number("place", place).text("note", "n" + place));
        }
        assertThat(places()).containsExactly(2L);
        assertThat(notes()).containsExactly("n2");
    }

    @Test
    void deletesWhatMatchesAndNothingElse() throws SQLException {
        fill("a", "b", "c");
        change(
                dialect -> dialect.deleteMatching(
                        "{word}",
                        "d",
                        "SELECT u.name FROM " + dialect.elements("names", "varchar", "name"),
                        "d.name = u.name"),
                new Bindings().texts("names", List.of("a", "c", "x")));
        assertThat(names()).containsExactly("b");
    }

    @Test
    void changesWhatMatchesAndSatisfies() throws SQLException {
        fill("a", "b", "c");
        change(
                dialect -> dialect.changeMatching(
                        "{word}",
                        "d",
                        "SELECT u.name FROM " + dialect.elements("names", "varchar", "name"),
                        "d.name = u.name",
                        "d.place > 1",
                        "note = NULL"),
                new Bindings().texts("names", List.of("a", "b")));
        assertThat(notes()).containsExactly("a", null, "c");
    }

    @Test
    void takesAtMostSoManyRowsAndReturnsThem() throws SQLException {
        fill("a", "b", "c");
        List<String> taken = list(
                dialect -> dialect.take("{word}", "place <= 3", ":most"), new Bindings().number("most", 2), "name");
        assertThat(taken).hasSize(2);
        assertThat(names()).hasSize(1).doesNotContainAnyElementsOf(taken);
    }

    @Test
    void comparesTextsByCodePoint() throws SQLException {
        // By UTF-16 units the last of these comes before the one before it.
        List<String> inOrder = List.of("Z", "a", "é", "\uFFFD", "\uD83D\uDE00");
        fill("\uD83D\uDE00", "a", "\uFFFD", "Z", "é");
        boolean isC = sql.dialect().byCodePoint("name").equals("name");
        assertThat(list(
                        dialect -> "SELECT name FROM word ORDER BY "
                                + (isC ? "name COLLATE \"C\"" : dialect.byCodePoint("name")),
                        new Bindings(),
                        "name"))
                .isEqualTo(inOrder);
    }

    @Test
    void findsArraysThatHoldAllOfSomeValues() throws SQLException {
        fill("a", "b");
        execute("UPDATE word SET tags = ARRAY['x', 'y', name]");
        Function<Dialect, String> query =
                dialect -> "SELECT name FROM word WHERE " + dialect.containsAll("tags", "terms", 2) + " ORDER BY name";
        assertThat(list(query, terms("y", "x"), "name")).containsExactly("a", "b");
        assertThat(list(query, terms("x", "b"), "name")).containsExactly("b");
        assertThat(list(query, terms("x", "z"), "name")).isEmpty();
    }

    @Test
    void whatIsBehindAKeyIsNotTheKeyAndPassesOverNone() throws SQLException {
        fill("a", "a b", "b");
        Function<Dialect, String> next = dialect -> "SELECT name FROM word WHERE name > :after ORDER BY name";
        assertThat(list(next, new Bindings().text("after", sql.dialect().behind("a")), "name"))
                .containsExactly("a b", "b");
        assertThat(list(next, new Bindings().text("after", sql.dialect().behind("")), "name"))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(RowLock.class)
    void eachLockKeepsADeletionWaiting(RowLock lock) throws SQLException {
        hold(lock);
        assertThatThrownBy(() -> beside("DELETE FROM word WHERE name = 'a'"))
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(SqlFailure.isLockWait(e))
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(value = RowLock.class, names = "KEY_SHARE", mode = EnumSource.Mode.EXCLUDE)
    void allButTheLightestLockKeepAChangeWaiting(RowLock lock) throws SQLException {
        hold(lock);
        assertThatThrownBy(() -> beside("UPDATE word SET place = 9 WHERE name = 'a'"))
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(SqlFailure.isLockWait(e))
                        .isTrue());
    }

    @Test
    void aPlaceThatIsLeftKeepsItsWorkAndItsLimit() throws SQLException {
        long before = limit();
        SavedPlace place = sql.dialect().save(connection, 50);
        fill("a");
        place.leave();

        assertThat(place.limitBefore()).isEqualTo(before);
        assertThat(limit()).isEqualTo(before);
        assertThat(names()).containsExactly("a");
    }

    @Test
    void goingBackToAPlaceTakesItsWorkBackAndItsLimitToo() throws SQLException {
        fill("a");
        long before = limit();
        SavedPlace place = sql.dialect().save(connection, 50);
        fill("b");
        place.goBack();

        assertThat(limit()).isEqualTo(before);
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aLockIsWaitedForNoLongerThanThePlaceSays() throws SQLException {
        hold(RowLock.UPDATE);
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            SavedPlace place = sql.dialect().save(other, 50);
            assertThatThrownBy(() -> other.createStatement().execute("UPDATE word SET place = 9 WHERE name = 'a'"))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(SqlFailure.isLockWait(e))
                            .isTrue());
            place.goBack();
            other.rollback();
        }
    }

    /** The limit as the next place finds it. */
    private long limit() throws SQLException {
        SavedPlace place = sql.dialect().save(connection, 1_000);
        place.leave();
        return place.limitBefore();
    }

    private void hold(RowLock lock) throws SQLException {
        fill("a");
        connection.commit();
        assertThat(list(
                        dialect -> "SELECT name FROM word WHERE name = 'a' " + dialect.lock(lock),
                        new Bindings(),
                        "name"))
                .containsExactly("a");
    }

    /** On another connection that waits a moment. */
    private void beside(String statement) throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            SavedPlace place = sql.dialect().save(other, 50);
            try {
                other.createStatement().execute(statement);
            } finally {
                place.goBack();
                other.rollback();
            }
        }
    }

    private void fill(String... names) throws SQLException {
        for (int i = 0; i < names.length; i++) {
            change(
                    dialect -> "INSERT INTO {word} (name, place, note) VALUES (:name, :place, :name)",
                    word(names[i]).number("place", i + 1));
        }
    }

    private static Bindings word(String name) {
        return new Bindings().text("name", name);
    }

    private static Bindings terms(String first, String second) {
        return new Bindings()
                .texts("terms", List.of(first, second))
                .text("terms_0", first)
                .text("terms_1", second);
    }

    private List<Long> places() throws SQLException {
        return sql.list(
                NAMES.sql("SELECT place FROM {word} ORDER BY name"), new Bindings(), row -> row.number("place"));
    }

    private List<String> names() throws SQLException {
        return list(dialect -> "SELECT name FROM word ORDER BY name", new Bindings(), "name");
    }

    private List<String> notes() throws SQLException {
        return list(dialect -> "SELECT note FROM word ORDER BY name", new Bindings(), "note");
    }

    private List<String> list(Function<Dialect, String> query, Bindings bindings, String column) throws SQLException {
        List<String> found = new ArrayList<>();
        sql.list(NAMES.sql(query), bindings, row -> found.add(row.textOrNull(column)));
        return found;
    }

    private <T> T read(Function<Dialect, String> query, Bindings bindings, Row.Mapper<T> mapper) throws SQLException {
        return sql.first(NAMES.sql(query), bindings, mapper).orElseThrow();
    }

    private void change(Function<Dialect, String> statement, Bindings bindings) throws SQLException {
        sql.update(NAMES.sql(statement), bindings);
    }

    private void execute(String statement) throws SQLException {
        connection.createStatement().execute(statement);
    }
}
