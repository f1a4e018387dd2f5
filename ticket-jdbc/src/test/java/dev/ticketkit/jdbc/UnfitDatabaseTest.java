package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.Catalog;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.WorkoutOfPorts;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.Set;
import org.h2.engine.Mode.ModeEnum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that cannot hold a desk is refused before anything is made, and by whoever verifies or uses what is there. */
class UnfitDatabaseTest {
    private static final Set<ModeEnum> UNFIT =
            Set.of(ModeEnum.STRICT, ModeEnum.Oracle, ModeEnum.MSSQLServer, ModeEnum.Derby);

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "LATIN9", "SQL_ASCII", "EUC_JP", "WIN1252", "KOI8R"})
    void anEncodingThatCannotHoldEveryText(String encoding) throws SQLException {
        try (HikariDataSource database = TestDatabase.postgresIn(encoding)) {
            assertRefused(SqlDialect.POSTGRESQL, database, encoding, "UTF8");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModeOfH2WorksOrIsRefusedByName(ModeEnum mode) throws SQLException {
        try (HikariDataSource database = TestDatabase.h2With("MODE=" + mode)) {
            if (UNFIT.contains(mode)) {
                assertRefused(SqlDialect.H2, database, "mode is " + mode, "MODE");
            } else {
                TicketSchema.create(database);
                TicketSchema.verify(database);
                new WorkoutOfPorts(JdbcStorage.owning(database)).run();
            }
        }
    }

    @Test
    void aModeThatWasChangedLaterIsRefusedByWhoVerifies() throws SQLException {
        try (HikariDataSource database = TestDatabase.withTables(TestDatabase.h2());
                var connection = database.getConnection()) {
            connection.createStatement().execute("SET MODE Oracle");

            assertThatThrownBy(() -> TicketSchema.verify(database)).hasMessageContaining("mode is Oracle");
        }
    }

    @Test
    void idsThatDifferInCaseAreNotMadeEqual() throws SQLException {
        try (HikariDataSource database = TestDatabase.h2With("IGNORECASE=TRUE")) {
            assertRefused(SqlDialect.H2, database, "IGNORECASE");
        }
    }

    @Test
    void keysAreNotSortedByALanguage() throws SQLException {
        try (HikariDataSource database = TestDatabase.h2();
                var connection = database.getConnection()) {
            connection.createStatement().execute("SET DATABASE COLLATION it_IT");

            assertRefused(SqlDialect.H2, database, "collation is IT_IT", "COLLATION");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATABASE_TO_UPPER=FALSE",
                "DATABASE_TO_LOWER=TRUE",
                "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "DEFAULT_NULL_ORDERING=HIGH",
                "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            })
    void otherSettingsOfH2Work(String settings) {
        try (HikariDataSource database = TestDatabase.h2With(settings)) {
            TicketSchema.create(database);
            TicketSchema.verify(database);

            new WorkoutOfPorts(JdbcStorage.owning(database)).run();
        }
    }

    private static void assertRefused(SqlDialect dialect, HikariDataSource database, String... words)
            throws SQLException {
        Set<String> before = Catalog.of(dialect, database);
        TicketFixtures make = TicketFixtures.ofNewTenant();
        assertRefused(() -> TicketSchema.create(database), words);
        assertRefused(() -> TicketSchema.verify(database), words);
        assertRefused(
                () -> JdbcStorage.owning(database)
                        .tickets()
                        .find(make.tenant(), make.ticket().build().id()),
                words);
        assertThat(Catalog.of(dialect, database)).isEqualTo(before);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(TicketErrorCode.SCHEMA))
                .hasMessageContainingAll(words);
    }
}
