package dev.ticketkit.jdbc.internal.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.StorageInternals;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource.Fault;
import dev.ticketkit.jdbc.fixture.source.HoldingDataSource;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.Maintenance;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is folded is counted once, whatever happens to the folder. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B5")
class RollingUpTest {
    private final SqlDialect dialect;
    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final JdbcStorage store;

    RollingUpTest(SqlDialect dialect) {
        this.dialect = dialect;
        database = TestDatabase.withTables(dialect);
        store = JdbcStorage.owning(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The maintenance alone, with connections of its own. */
    private static Maintenance rollingUp(DataSource source) {
        return new RollingUp(StorageInternals.names(), StorageInternals.transactions(source));
    }

    @Test
    void foldsEverythingAndLeavesNoEmptyCell() throws SQLException {
        Ticket ticket = opened();
        assertThat(rollingUp(database).run(100)).isEqualTo(1);
        closed(ticket);
        assertThat(rollingUp(database).run(100)).isEqualTo(2);

        assertThat(rollingUp(database).run(100)).isZero();
        assertThat(count("ticket_delta")).isZero();
        assertThat(count("ticket_rollup WHERE tickets = 0")).isZero();
        assertThat(count("ticket_rollup_period WHERE tickets = 0")).isZero();
        assertThat(tally()).extracting(TicketCount::tickets).containsExactly(1L);
        assertExact();
    }

    @Test
    void whatIsNotCountedLeavesNoDelta() throws SQLException {
        Ticket ticket = opened();
        rollingUp(database).run(100);
        store.tickets().commit(make.change(ticket, edit -> edit.title("Other").description("text")));
        Ticket second = store.tickets().find(make.tenant(), ticket.id()).orElseThrow();
        store.tickets().commit(make.nothingChanged(second, TicketFixtures.stamp("change:1", "body")));

        assertThat(count("ticket_delta")).isZero();
    }

    @Test
    void takesSomeAtATimeAndTellsHowMany() {
        for (int i = 0; i < 7; i++) {
            opened();
        }
        assertThat(rollingUp(database).run(3)).isEqualTo(3);
        assertThat(rollingUp(database).run(3)).isEqualTo(3);
        assertThat(rollingUp(database).run(3)).isEqualTo(1);
        assertThat(rollingUp(database).run(3)).isZero();
        assertExact();
    }

    @Test
    void passesByTheTenantAnotherOneIsFolding() throws Exception {
        Ticket ticket = opened();
        rollingUp(database).run(100);
        closed(ticket);
        String second = dialect == SqlDialect.POSTGRESQL ? "WITH taken" : "SELECT d.event_id";
        int[] others = {-1};
        DataSource held = HoldingDataSource.before(second, database, () -> {
            if (dialect == SqlDialect.POSTGRESQL) {
                others[0] = rollingUp(database).run(100);
            }
        });

        assertThat(rollingUp(held).run(100)).isEqualTo(2);
        assertThat(others[0]).isEqualTo(dialect == SqlDialect.POSTGRESQL ? 0 : -1);
        assertExact();
    }

    @Test
    void aFolderThatIsCutOffHalfWayHasDoneNothing() throws SQLException {
        Ticket ticket = opened();
        rollingUp(database).run(100);
        closed(ticket);
        // Deltas are removed by then; on PostgreSQL all cells are written, on H2 half of them.
        String last = dialect == SqlDialect.POSTGRESQL ? "DELETE FROM ticket_rollup" : "UPDATE ticket_rollup_period";
        DataSource cut = HoldingDataSource.before(last, database, () -> {
            cutOff();
            throw new SQLException("the wire was cut", "08006");
        });

        assertThatThrownBy(() -> rollingUp(cut).run(100)).isInstanceOf(StorageException.class);
        assertThat(count("ticket_delta")).isEqualTo(2);
        assertExact();
        assertThat(rollingUp(database).run(100)).isEqualTo(2);
        assertExact();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Tag("F8")
    void aFoldWhoseAnswerIsLostIsCountedOnce(Fault fault) throws SQLException {
        closed(opened());
        DataSource faulty = FaultyDataSource.of(database, fault, "08006", 2);

        rollingUp(faulty).run(100);

        assertThat(count("ticket_delta")).isZero();
        assertThat(tally()).extracting(TicketCount::tickets).containsExactly(1L);
        assertExact();
    }

    @Test
    void whatIsChangedBehindItsBackIsSeen() throws SQLException {
        opened();
        rollingUp(database).run(100);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE ticket_rollup_period SET tickets = 2 WHERE rollup = 'OPENED_DAY'");
        }
        assertThat(DerivedStatistics.of(store.statistics()).differences(make.tenant()))
                .singleElement()
                .asString()
                .contains("OPENED_DAY", "kept minus counted 1 tickets");
    }

    /** One column, one meaning: a kind of status stands in a column of its own, which is part of the key. */
    @Test
    void aKindOfStatusNeverStandsForAStatus() throws SQLException {
        opened();
        closed(opened());
        rollingUp(database).run(100);

        for (String table : List.of("ticket_rollup", "ticket_rollup_period")) {
            assertThat(count(table + " WHERE status_key NOT IN ('', 'open', 'closed')"))
                    .as(table)
                    .isZero();
            assertThat(count(table + " WHERE macro_status NOT IN ('', 'IN_PROGRESS', 'TERMINATED')"))
                    .as(table)
                    .isZero();
            assertThat(count(table + " WHERE rollup LIKE 'CATEGORY%' AND status_key <> ''"))
                    .as(table)
                    .isZero();
            assertThat(count(table + " WHERE rollup LIKE 'ANSWER%' AND status_key <> ''"))
                    .as(table)
                    .isZero();
            for (String macro : List.of("IN_PROGRESS", "TERMINATED")) {
                assertThat(count(table + " WHERE rollup LIKE 'ANSWER%' AND macro_status = '" + macro + "'"))
                        .as(table + " " + macro)
                        .isPositive();
            }
        }
        assertExact();
    }

    private void cutOff() throws SQLException {
        if (dialect == SqlDialect.POSTGRESQL) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("""
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND state = 'idle in transaction'""");
            }
        }
    }

    private Ticket opened() {
        Ticket ticket = make.ticket().build();
        store.tickets().commit(make.opening(ticket));
        return ticket;
    }

    private void closed(Ticket ticket) {
        store.tickets().commit(make.change(ticket, edit -> edit.status(Status.CLOSED)
                .closedAt(ticket.openedAt().plusSeconds(60))));
    }

    private List<TicketCount> tally() {
        return store.statistics()
                .counts(new CountQuery(
                        make.tenant(), AccessScope.all(), CountBasis.CLOSED, InstantRange.ALWAYS, Set.of()));
    }

    private void assertExact() {
        assertThat(DerivedStatistics.of(store.statistics()).differences(make.tenant()))
                .isEmpty();
    }

    private long count(String table) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }
}
