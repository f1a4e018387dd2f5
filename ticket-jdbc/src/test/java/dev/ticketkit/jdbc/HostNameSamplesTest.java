package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.Catalog;
import dev.ticketkit.jdbc.fixture.DeskLife;
import dev.ticketkit.jdbc.fixture.HostNameSamples;
import dev.ticketkit.jdbc.fixture.HostSchema;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a host calls its schema and its tables: a desk lives there, whoever makes the tables, or the name is refused before anything is
 * made.
 */
@ParameterizedClass
@EnumSource(SqlDialect.class)
class HostNameSamplesTest {
    private static final long SEED = 20_261_134L;

    private final SqlDialect dialect;
    private final HikariDataSource database;

    HostNameSamplesTest(SqlDialect dialect) {
        this.dialect = dialect;
        this.database = TestDatabase.of(dialect);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDeskLivesInASchemaOfAnyNameUnderAnyPrefix() throws SQLException {
        List<String> names = new ArrayList<>(HostNameSamples.SCHEMAS);
        names.addAll(HostNameSamples.drawn(new Random(SEED), Rounds.of(6, 500)));
        // To PostgreSQL each table is some files: the other half has its turn in long runs.
        int step = dialect == SqlDialect.POSTGRESQL ? Rounds.of(2, 1) : 1;
        for (int i = 0; i < names.size(); i += step) {
            String prefix = HostNameSamples.PREFIXES.get(i % HostNameSamples.PREFIXES.size());
            assertDeskLives(names.get(i), prefix, i / step % 2 == 0);
        }
    }

    @Test
    void theConnectionsOwnSchemaMayBeNamed() {
        JdbcOptions options = JdbcOptions.builder().schema("public").build();
        TicketSchema.create(database, options);

        TicketSchema.verify(database);
        DeskLife.live(database, options);
    }

    @Test
    void otherNamesAreRefusedWithTheirFieldAndItsLimit() {
        for (String name : HostNameSamples.NO_SCHEMAS) {
            assertThatThrownBy(() -> JdbcOptions.builder().schema(name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("schema: ")
                    .hasMessageContaining("63");
        }
        for (String prefix : HostNameSamples.NO_PREFIXES) {
            assertThatThrownBy(() -> JdbcOptions.builder().tablePrefix(prefix))
                    .as(prefix)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("tablePrefix: ")
                    .hasMessageContaining("30");
        }
    }

    private void assertDeskLives(String name, String prefix, boolean byScripts) throws SQLException {
        String as = "seed " + SEED + ", schema " + name + ", prefix " + prefix + ", by scripts " + byScripts;
        JdbcOptions options =
                JdbcOptions.builder().schema(name).tablePrefix(prefix).build();
        HostSchema schema = new HostSchema(dialect, name);
        Set<String> before = Catalog.of(dialect, database);
        try {
            make(options, schema, byScripts);
            Set<String> made = Catalog.of(dialect, database);
            TicketSchema.verify(database, options);
            TicketSchema.create(database, options);
            DeskLife.live(database, options);
            assertThat(Catalog.of(dialect, database)).as(as).isEqualTo(made);
            made.removeAll(before);
            assertThat(made).as(as).hasSizeGreaterThan(50).allMatch(each -> each.startsWith(schema.stored() + "."));
        } catch (RuntimeException | SQLException e) {
            throw new AssertionError(as, e);
        }
        execute("DROP SCHEMA " + schema.quoted() + " CASCADE");
        assertThat(new TreeSet<>(Catalog.of(dialect, database))).as(as).isEqualTo(before);
    }

    /** By the store itself, or by a tool of the host's that makes the schema too. */
    private void make(JdbcOptions options, HostSchema schema, boolean byScripts) throws SQLException {
        if (byScripts) {
            execute("CREATE SCHEMA " + schema.quoted());
            DeskLife.run(database, TicketSchema.scripts(dialect, options));
        } else {
            TicketSchema.create(database, options);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
