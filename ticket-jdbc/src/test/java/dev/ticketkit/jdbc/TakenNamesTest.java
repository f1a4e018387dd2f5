package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.Catalog;
import dev.ticketkit.jdbc.fixture.RefusedCreation;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host may have a table of tickets itself: it is named before anything is made. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
class TakenNamesTest {
    private final SqlDialect dialect;
    private final HikariDataSource database;

    TakenNamesTest(SqlDialect dialect) {
        this.dialect = dialect;
        this.database = TestDatabase.of(dialect);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyNameOfOursThatIsTakenIsNamedAndNothingIsMade() throws SQLException {
        List<String> names = ours();
        assertThat(names).hasSizeGreaterThan(50).contains("ticket", "ticket_schema_pk");
        for (String name : names) {
            execute("CREATE TABLE " + name + " (a integer)");
            assertRefused("table " + name);
            execute("DROP TABLE " + name);
        }

        TicketSchema.create(database);

        TicketSchema.verify(database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view CREATE VIEW ticket AS SELECT 1 AS a",
                "view CREATE MATERIALIZED VIEW ticket AS SELECT 1 AS a",
                "sequence CREATE SEQUENCE ticket",
                "type CREATE TYPE ticket AS ENUM ('a')",
                "type CREATE TYPE ticket AS (a integer)",
                "type CREATE DOMAIN ticket AS integer",
                "index CREATE INDEX ticket ON host (a)",
                "table CREATE TABLE ticket (LIKE host) PARTITION BY RANGE (a)"
            })
    void whateverHasANameIsInTheWay(String what) throws SQLException {
        assumeThat(dialect).isEqualTo(SqlDialect.POSTGRESQL);
        execute("CREATE TABLE host (a integer)");
        execute(what.substring(what.indexOf(' ')));

        assertRefused(what.substring(0, what.indexOf(' ')) + " ticket");
    }

    @Test
    void aViewIsInTheWayOnH2() throws SQLException {
        assumeThat(dialect).isEqualTo(SqlDialect.H2);
        execute("CREATE VIEW ticket AS SELECT 1 AS a");

        assertRefused("view TICKET");
    }

    @Test
    void anIndexOrConstraintOfAnotherTableIsInTheWayOnH2() throws SQLException {
        assumeThat(dialect).isEqualTo(SqlDialect.H2);
        String pk =
                ours().stream().filter(name -> name.endsWith("_pk")).findFirst().orElseThrow();
        execute("CREATE TABLE host (a integer, CONSTRAINT " + pk + " UNIQUE (a))");
        assertRefused("constraint " + pk.toUpperCase(Locale.ROOT));
        execute("DROP TABLE host");
        String index = ours().stream()
                .filter(name -> name.endsWith("_idx") || name.contains("_by_"))
                .findFirst()
                .orElse(pk);
        execute("CREATE TABLE host (a integer)");
        execute("CREATE INDEX " + index + " ON host (a)");

        assertRefused("index " + index.toUpperCase(Locale.ROOT));
    }

    @Test
    void aHistoryThatIsNotOursIsNamedByEveryCall() throws SQLException {
        execute("CREATE TABLE ticket_schema (version integer, note varchar(9))");

        assertRefused("table ticket_schema");
        assertThatThrownBy(() -> TicketSchema.verify(database))
                .hasMessageContainingAll("table ticket_schema", "tablePrefix");
        TicketFixtures make = TicketFixtures.ofNewTenant();
        assertThatThrownBy(() -> JdbcStorage.owning(database)
                        .tickets()
                        .find(make.tenant(), make.ticket().build().id()))
                .hasMessageContainingAll("table ticket_schema", "tablePrefix");
    }

    @Test
    void anotherPrefixOrSchemaHelps() throws SQLException {
        execute("CREATE TABLE ticket (a integer)");
        JdbcOptions prefixed = JdbcOptions.builder().tablePrefix("desk_").build();
        JdbcOptions placed = JdbcOptions.builder().schema("desk").build();

        TicketSchema.create(database, prefixed);
        TicketSchema.create(database, placed);

        TicketSchema.verify(database, prefixed);
        TicketSchema.verify(database, placed);
    }

    @Test
    void aNameThatDiffersInCaseIsAnother() throws SQLException {
        execute("CREATE TABLE \"Ticket\" (a integer)");

        TicketSchema.create(database);

        TicketSchema.verify(database);
    }

    /** Names that the tables of a desk have, by the database's own word. */
    private List<String> ours() throws SQLException {
        try (HikariDataSource other = TestDatabase.withTables(dialect)) {
            return Catalog.of(dialect, other).stream()
                    .map(name -> name.substring(name.indexOf('.') + 1).toLowerCase(Locale.ROOT))
                    .filter(name -> name.startsWith("ticket"))
                    // H2 makes up names of indexes for constraints, others each time.
                    .filter(name -> !name.matches(".*_index_[0-9a-f]+"))
                    .distinct()
                    .toList();
        }
    }

    private void assertRefused(String what) throws SQLException {
        RefusedCreation.naming(what, dialect, database, JdbcOptions.defaults());
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
