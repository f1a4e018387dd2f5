package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.NamedTables;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.internal.schema.SchemaScripts;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(SqlDialect.class)
class TicketSchemaTest {
    private final SqlDialect dialect;
    private final HikariDataSource database;

    TicketSchemaTest(SqlDialect dialect) {
        this.dialect = dialect;
        this.database = TestDatabase.of(dialect);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void scriptsAreThoseOfTheDatabaseThatASourceLeadsTo() {
        assertThat(TicketSchema.scripts(database, NamedTables.OPTIONS))
                .isNotEmpty()
                .isEqualTo(TicketSchema.scripts(dialect, NamedTables.OPTIONS));
        database.close();
        assertThatThrownBy(() -> TicketSchema.scripts(database, NamedTables.OPTIONS))
                .isInstanceOf(StorageException.class);
    }

    @Test
    @Tag("F16")
    void oneOfEightNodesCreatesWhatAllThenUse() throws Exception {
        int nodes = 8;
        CyclicBarrier start = new CyclicBarrier(nodes);
        var threads = Executors.newFixedThreadPool(nodes);
        List<Future<Object>> running = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            running.add(threads.submit(() -> {
                start.await();
                TicketSchema.create(database, NamedTables.OPTIONS);
                return null;
            }));
        }
        for (Future<Object> each : running) {
            each.get();
        }
        threads.shutdown();

        TicketSchema.verify(database, NamedTables.OPTIONS);
        assertThat(count("SELECT COUNT(*) FROM desk_1.tk_ticket_schema")).isEqualTo(3);
    }

    @Test
    @Tag("F16")
    void goesOnAfterAKillHalfWay() throws SQLException {
        // What a killed node leaves: on H2 the first statements, on PostgreSQL nothing but perhaps the history table.
        List<String> statements = SchemaScripts.statements(
                TicketSchema.scripts(dialect, JdbcOptions.defaults()).get(0).sql());
        int done = dialect == SqlDialect.POSTGRESQL ? 1 : 5;
        for (String statement : statements.subList(0, done)) {
            execute(statement);
        }
        assertThatThrownBy(() -> TicketSchema.verify(database)).hasMessageContaining("schema version 1 is missing");

        TicketSchema.create(database);

        TicketSchema.verify(database);
    }

    @Test
    void theHostsOwnToolMayApplyTheScripts() throws SQLException {
        execute("CREATE SCHEMA desk_1");
        for (SchemaScript script : TicketSchema.scripts(dialect, NamedTables.OPTIONS)) {
            for (String statement : SchemaScripts.statements(script.sql())) {
                execute(statement);
            }
        }

        assertThatCode(() -> TicketSchema.verify(database, NamedTables.OPTIONS)).doesNotThrowAnyException();
        TicketSchema.create(database, NamedTables.OPTIONS);
    }

    @Test
    void twoDesksShareADatabaseUnderDifferentPrefixes() {
        TicketFixtures make = TicketFixtures.ofNewTenant();
        JdbcOptions one = JdbcOptions.builder().tablePrefix("one_").build();
        JdbcOptions two = JdbcOptions.builder().tablePrefix("two_").build();
        TicketSchema.create(database, one);
        TicketSchema.create(database, two);
        var opening = make.opening(make.ticket().build());

        JdbcStorage.owning(database, one).tickets().commit(opening);

        assertThat(JdbcStorage.owning(database, two)
                        .tickets()
                        .find(make.tenant(), opening.after().id()))
                .isEmpty();
    }

    @Test
    void theFirstUseSaysWhatIsMissing() {
        var store = JdbcStorage.owning(database).tickets();
        TicketFixtures make = TicketFixtures.ofNewTenant();

        assertThatThrownBy(() -> store.find(make.tenant(), make.ticket().build().id()))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(TicketErrorCode.SCHEMA))
                .hasMessageContaining("TicketSchema.create");
    }

    @Test
    void verificationCanBeSwitchedOff() throws SQLException {
        TicketSchema.create(database);
        execute("DROP TABLE ticket_schema");
        JdbcOptions options = JdbcOptions.builder().verifySchema(false).build();
        TicketFixtures make = TicketFixtures.ofNewTenant();

        assertThat(JdbcStorage.owning(database, options)
                        .tickets()
                        .find(make.tenant(), make.ticket().build().id()))
                .isEmpty();
    }

    @Test
    void refusesTablesOfAnotherScript() throws SQLException {
        TicketSchema.create(database);
        execute("UPDATE ticket_schema SET checksum = 'other'");

        assertThatThrownBy(() -> TicketSchema.verify(database)).hasMessageContaining("another script");
        assertThatThrownBy(() -> TicketSchema.create(database)).hasMessageContaining("another script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x;drop table ticket",
                "Ticket",
                "1a",
                "a b",
                "a\"",
                "a.b",
                "ä",
                "a2345678901234567890123456789012"
            })
    void refusesPrefixesThatAreNoPlainIdentifiers(String name) {
        assertThatThrownBy(() -> JdbcOptions.builder().tablePrefix(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
