package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.storage.Maintenance;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcMaintenanceTest {
    private static final int TICKETS = 30;

    private final List<Integer> shares = new ArrayList<>();

    @Test
    void eachChoreHasItsShareHoweverMuchAnotherHasToDo() {
        try (HikariDataSource database = TestDatabase.withTables(TestDatabase.of(SqlDialect.H2))) {
            Maintenance endless = most -> {
                shares.add(most);
                return most;
            };
            Maintenance idle = most -> {
                shares.add(most);
                return 0;
            };
            TableNames names = StorageInternals.names();
            JdbcMaintenance upkeep =
                    new JdbcMaintenance(names, StorageInternals.transactions(database), List.of(endless, idle));

            assertThat(upkeep.run(500)).isEqualTo(250);
            assertThat(upkeep.run(1)).isEqualTo(1);
            assertThat(shares).containsExactly(250, 250, 1, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void afterMuchWasWrittenThePlannerKnowsHowMuch(SqlDialect dialect) throws SQLException {
        try (HikariDataSource database = TestDatabase.withTables(dialect)) {
            JdbcStorage storage = JdbcStorage.owning(database);
            TicketFixtures make = TicketFixtures.ofNewTenant();
            for (int i = 0; i < TICKETS; i++) {
                storage.tickets().commit(make.opening(make.ticket().build()));
            }

            storage.maintenance().afterMuchWasWritten();

            if (dialect == SqlDialect.POSTGRESQL) {
                assertThat(tuples(database)).isEqualTo(TICKETS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void manyTenantsWithLittleEachAreAllDealtWithInOneCall(SqlDialect dialect) throws SQLException {
        try (HikariDataSource database = TestDatabase.withTables(dialect)) {
            JdbcStorage storage = JdbcStorage.owning(database);
            for (int i = 0; i < 3 * TICKETS; i++) {
                TicketFixtures make = TicketFixtures.ofNewTenant();
                storage.tickets().commit(make.opening(make.ticket().build()));
            }

            storage.maintenance().run(1_000);

            assertThat(rows(database, "ticket_delta")).isZero();
            assertThat(rows(database, "ticket_unsequenced")).isZero();
            assertThat(rows(database, "ticket_feed")).isEqualTo(3 * TICKETS);
            if (dialect == SqlDialect.POSTGRESQL) {
                assertThat(rows(database, "ticket_words")).isEqualTo(3 * TICKETS);
            }
        }
    }

    private static long rows(HikariDataSource database, String table) throws SQLException {
        return number(database, "SELECT COUNT(*) FROM " + table);
    }

    private static long tuples(HikariDataSource database) throws SQLException {
        return number(database, "SELECT reltuples FROM pg_class WHERE oid = 'ticket'::regclass");
    }

    private static long number(HikariDataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
