package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.Catalog;
import dev.ticketkit.jdbc.fixture.DeskLife;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a role of PostgreSQL may do, and what becomes of a desk then: it is there as a whole, or nothing is, and the right is named. */
class RoleRightsTest {
    private static final JdbcOptions PLACED =
            JdbcOptions.builder().schema("Help desk").build();

    private final HikariDataSource owner = TestDatabase.postgres();
    private final String role = "r" + UUID.randomUUID().toString().replace("-", "");

    @AfterEach
    void close() {
        owner.close();
    }

    /** On the schema that is there, on the database, or as its owner. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE SCHEMA \"Help desk\" AUTHORIZATION %1$s",
                "CREATE SCHEMA \"Help desk\"; GRANT USAGE, CREATE ON SCHEMA \"Help desk\" TO %1$s",
                "GRANT CREATE ON DATABASE %2$s TO %1$s"
            })
    void whoMayMakeTablesMakesThem(String rights) throws SQLException {
        try (HikariDataSource desk = withRights(rights, "")) {
            TicketSchema.create(desk, PLACED);

            TicketSchema.verify(desk, PLACED);
            DeskLife.live(desk, PLACED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT CONNECT ON DATABASE %2$s TO %1$s",
                "CREATE SCHEMA \"Help desk\"",
                "CREATE SCHEMA \"Help desk\"; GRANT USAGE ON SCHEMA \"Help desk\" TO %1$s",
                "CREATE SCHEMA \"Help desk\"; GRANT CREATE ON SCHEMA \"Help desk\" TO %1$s"
            })
    void whoMayNotMakesNothingAndIsToldWhy(String rights) throws SQLException {
        try (HikariDataSource desk = withRights(rights, "")) {
            assertNothingIsMade(desk, PLACED, "may not", "USAGE", "CREATE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET search_path TO nowhere", "SET search_path TO hidden", "SET search_path TO ''"})
    void withoutASchemaOfItsOwnAConnectionMakesNothing(String first) throws SQLException {
        try (HikariDataSource desk = withRights("CREATE SCHEMA hidden", first)) {
            assertNothingIsMade(desk, JdbcOptions.defaults(), "no schema", "search_path", "JdbcOptions.schema");
        }
    }

    /** As where migrations run under another role than the application. */
    @Test
    void whoMayReadAndWriteAloneUsesWhatTheOwnerMade() throws SQLException {
        TicketSchema.create(owner, PLACED);
        String rights = "GRANT USAGE ON SCHEMA \"Help desk\" TO %1$s;"
                + " GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA \"Help desk\" TO %1$s";
        try (HikariDataSource desk = withRights(rights, "")) {
            TicketSchema.create(desk, PLACED);

            TicketSchema.verify(desk, PLACED);
            DeskLife.live(desk, PLACED);
        }
    }

    @Test
    void whoMayNotReadTheHistoryIsToldSo() throws SQLException {
        TicketSchema.create(owner, PLACED);
        try (HikariDataSource desk = withRights("GRANT USAGE ON SCHEMA \"Help desk\" TO %1$s", "")) {
            assertNothingIsMade(desk, PLACED, "may not", "SELECT");
            assertThatThrownBy(() -> TicketSchema.verify(desk, PLACED))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContainingAll("may not", "SELECT");
        }
    }

    private void assertNothingIsMade(HikariDataSource desk, JdbcOptions options, String... words) throws SQLException {
        Set<String> before = Catalog.of(SqlDialect.POSTGRESQL, owner);
        assertThatThrownBy(() -> TicketSchema.create(desk, options))
                .isInstanceOf(StorageException.class)
                .hasMessageContainingAll(words)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("please report it"));
        assertThat(Catalog.of(SqlDialect.POSTGRESQL, owner)).isEqualTo(before);
    }

    /** Connections of the role, after the owner has granted what is said. */
    private HikariDataSource withRights(String rights, String first) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + role);
            statement.execute(rights.formatted(role, connection.getCatalog()));
        }
        HikariDataSource desk = new HikariDataSource();
        desk.setMaximumPoolSize(4);
        desk.setDataSource(owner.getDataSource());
        desk.setConnectionInitSql("SET ROLE " + role + "; " + first);
        return desk;
    }
}
