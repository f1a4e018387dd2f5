package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.Catalog;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.WorkoutOfPorts;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk's tables are in any schema that a host has, whatever it is called and whoever may make it. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
class SchemaNamesTest {
    private static final List<String> NAMES = List.of(
            "help_desk",
            "Help-Desk",
            "HELPDESK",
            "select",
            "user",
            "order",
            "1st",
            "a b",
            "a.b",
            "a\"b",
            "a'b",
            "à",
            "帮",
            "a:b",
            "a ?b",
            "a;b",
            "a;\u00a0b",
            "{ticket}",
            "$1",
            "a\\b",
            "a--b",
            "/*a",
            "%s",
            "a".repeat(63));

    private final SqlDialect dialect;
    private final HikariDataSource database;

    SchemaNamesTest(SqlDialect dialect) {
        this.dialect = dialect;
        this.database = TestDatabase.of(dialect);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anyNameOfASchemaWorks() {
        for (String name : NAMES) {
            JdbcOptions options = JdbcOptions.builder().schema(name).build();
            TicketFixtures make = TicketFixtures.ofNewTenant();

            TicketSchema.create(database, options);
            TicketSchema.create(database, options);

            TicketSchema.verify(database, options);
            var opening = make.opening(make.ticket().build());
            var tickets = JdbcStorage.owning(database, options).tickets();
            tickets.commit(opening);
            assertThat(tickets.find(make.tenant(), opening.after().id()))
                    .as(name)
                    .isPresent();
        }
    }

    @Test
    void everyStatementQuotesIt() {
        JdbcOptions options = JdbcOptions.builder()
                .schema("A \"b\" 'c' :d ?e ;f {ticket} $1 \\g --h /*i %s")
                .build();
        TicketSchema.create(database, options);

        new WorkoutOfPorts(JdbcStorage.owning(database, options)).run();
    }

    @Test
    void aQuotedNameMeansThatSchemaToTheLetter() throws SQLException {
        execute("CREATE SCHEMA \"Help-Desk\"");

        TicketSchema.create(database, JdbcOptions.builder().schema("Help-Desk").build());

        assertThat(Catalog.of(dialect, database)).anyMatch(name -> name.equalsIgnoreCase("Help-Desk.ticket"));
        assertThat(Catalog.of(dialect, database))
                .filteredOn(name -> name.endsWith("."))
                .hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\u0000b",
                "a\nb",
                "pg_catalog",
                "pg_x",
                "PG_X",
                "information_schema",
                "Information_Schema"
            })
    void refusesNamesThatNoSchemaCanHave(String name) {
        assertThatThrownBy(() -> JdbcOptions.builder().schema(name)).isInstanceOf(IllegalArgumentException.class);
        String long64 = "ä".repeat(32);
        assertThatThrownBy(() -> JdbcOptions.builder().schema(long64)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk_of_others", "Desk of others"})
    void aSchemaThatIsThereIsUsedByARoleThatMayMakeNone(String name) throws SQLException {
        String quoted = "\"" + (dialect == SqlDialect.H2 ? folded(name) : name) + "\"";
        try (HikariDataSource role = roleOwning(quoted)) {
            JdbcOptions options = JdbcOptions.builder().schema(name).build();

            TicketSchema.create(role, options);

            TicketSchema.verify(role, options);
            JdbcOptions none = JdbcOptions.builder().schema("not_there").build();
            assertThatThrownBy(() -> TicketSchema.create(role, none))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContainingAll("may not", "CREATE");
        }
    }

    private static String folded(String name) {
        return name.contains(" ") ? name : name.toUpperCase(java.util.Locale.ROOT);
    }

    private HikariDataSource roleOwning(String quotedSchema) throws SQLException {
        String role = "r" + UUID.randomUUID().toString().replace("-", "");
        HikariDataSource source = new HikariDataSource();
        source.setMaximumPoolSize(2);
        if (dialect == SqlDialect.POSTGRESQL) {
            execute("CREATE ROLE " + role);
            source.setDataSource(database);
            source.setConnectionInitSql("SET ROLE " + role);
        } else {
            execute("CREATE USER " + role + " PASSWORD 'p'");
            source.setJdbcUrl(database.getJdbcUrl().replaceAll(";.*", ""));
            source.setUsername(role);
            source.setPassword("p");
        }
        execute("CREATE SCHEMA " + quotedSchema + " AUTHORIZATION " + role);
        return source;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
