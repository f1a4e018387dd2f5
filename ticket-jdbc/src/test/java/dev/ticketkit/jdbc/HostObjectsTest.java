package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.DeskLife;
import dev.ticketkit.jdbc.fixture.HostObjects;
import dev.ticketkit.jdbc.fixture.RefusedCreation;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A host may have made anything under one of our names. What is in the way is named before anything is made; beside what is not, a desk
 * lives.
 */
class HostObjectsTest {
    @ParameterizedTest
    @EnumSource
    void whatIsInTheWayIsNamedAndNothingIsMade(SqlDialect dialect) throws SQLException {
        List<String> rows = dialect == SqlDialect.H2 ? HostObjects.IN_THE_WAY_ON_H2 : HostObjects.IN_THE_WAY;
        try (HikariDataSource database = TestDatabase.of(dialect)) {
            for (int i = 0; i < rows.size(); i++) {
                // Each name has its turn with some sort of thing, with a prefix and without.
                String prefix = i % 2 == 0 ? "" : "desk_";
                assertInTheWay(
                        dialect,
                        database,
                        i,
                        rows.get(i).split(": ", 2),
                        prefix + HostObjects.OURS.get(i % HostObjects.OURS.size()));
            }
        }
    }

    private static void assertInTheWay(SqlDialect dialect, HikariDataSource database, int i, String[] row, String name)
            throws SQLException {
        String schema = "host_" + i;
        host(dialect, database, schema, row[1].formatted(name));
        String prefix = name.substring(0, name.indexOf("ticket"));

        JdbcOptions options =
                JdbcOptions.builder().schema(schema).tablePrefix(prefix).build();
        RefusedCreation.naming(row[0] + " " + name, dialect, database, options);
    }

    @ParameterizedTest
    @EnumSource
    void besideAllElseADeskLives(SqlDialect dialect) throws SQLException {
        List<String> host = new ArrayList<>();
        (dialect == SqlDialect.H2 ? HostObjects.BESIDE_ON_H2 : HostObjects.BESIDE)
                .forEach(each -> host.add(each.formatted("ticket")));
        try (HikariDataSource database = TestDatabase.of(dialect)) {
            host(dialect, database, "host", host.toArray(String[]::new));
            assertDeskLives(database, JdbcOptions.builder().schema("host").build());
        }
    }

    /** Of a search path the first schema counts. And the desk in another schema has tables like ours, for they are. */
    @ParameterizedTest
    @EnumSource
    void whatIsInAnotherSchemaIsNotInTheWayAndNoExcuse(SqlDialect dialect) throws SQLException {
        String first = dialect == SqlDialect.H2 ? "SET SCHEMA desk" : "SET search_path TO desk, host";
        try (HikariDataSource database = TestDatabase.of(dialect);
                HikariDataSource desk = alike(database, first)) {
            execute(database, "CREATE SCHEMA desk");
            host(dialect, database, "host", "CREATE TABLE ticket (a integer)");
            assertDeskLives(desk, JdbcOptions.defaults());

            JdbcOptions host = JdbcOptions.builder().schema("host").build();
            RefusedCreation.naming("table ticket", dialect, database, host);
            assertDeskLives(
                    database,
                    JdbcOptions.builder().schema("host").tablePrefix("desk_").build());
        }
    }

    /** Made by a migration under its own search path, read by an application under another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE ticket (a integer)",
                "CREATE VIEW ticket_event AS SELECT 1 AS a",
                "CREATE SEQUENCE ticket_key"
            })
    void whatHidesATableOnTheSearchPathIsNamedByEveryCall(String hiding) throws SQLException {
        try (HikariDataSource database = TestDatabase.postgres();
                HikariDataSource hidden = alike(database, "SET search_path TO host, desk");
                HikariDataSource desk = alike(database, "SET search_path TO desk, host")) {
            execute(database, "CREATE SCHEMA desk");
            TicketSchema.create(desk);
            host(SqlDialect.POSTGRESQL, database, "host", hiding);

            JdbcOptions own = JdbcOptions.defaults();
            RefusedCreation.naming("table or view " + hiding.split(" ", 4)[2], SqlDialect.POSTGRESQL, hidden, own);
            assertThatThrownBy(() -> TicketSchema.verify(hidden)).hasMessageContaining("search path");
            assertThatThrownBy(() -> DeskLife.live(hidden, own)).hasMessageContaining("search path");
            assertDeskLives(desk, own);
            assertDeskLives(hidden, JdbcOptions.builder().schema("desk").build());
        }
    }

    /** A schema with a table of the host's, and what else it makes there. */
    private static void host(SqlDialect dialect, HikariDataSource database, String schema, String... statements)
            throws SQLException {
        boolean h2 = dialect == SqlDialect.H2;
        List<String> all = new ArrayList<>(List.of(
                "CREATE SCHEMA " + schema,
                (h2 ? "SET SCHEMA " : "SET search_path TO ") + schema,
                "CREATE TABLE host (a integer UNIQUE, b integer)"));
        all.addAll(List.of(statements));
        all.add(h2 ? "SET SCHEMA PUBLIC" : "RESET search_path");
        execute(database, all.toArray(String[]::new));
    }

    /** Another pool of the same database, whose connections begin with a statement. */
    private static HikariDataSource alike(HikariDataSource database, String first) {
        HikariDataSource alike = new HikariDataSource();
        alike.setMaximumPoolSize(4);
        alike.setDataSource(database.getDataSource());
        alike.setJdbcUrl(database.getJdbcUrl());
        alike.setConnectionInitSql(first);
        return alike;
    }

    private static void assertDeskLives(HikariDataSource database, JdbcOptions options) {
        TicketSchema.create(database, options);
        TicketSchema.verify(database, options);
        DeskLife.live(database, options);
    }

    private static void execute(HikariDataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
