package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.LockWaits;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, a commit and a change of its category wait for each other. */
@Tag("R5")
class CategoryHoldTest {
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private HikariDataSource database;
    private LockWaits waits;
    private Connection connection;
    private TicketStorage joined;
    private TicketStorage owning;

    @BeforeEach
    void begin() throws SQLException {
        database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
        owning = JdbcStorage.owning(database);
        owning.tickets().commit(make.opening(ticketOf("A")));
        waits = new LockWaits(SqlDialect.POSTGRESQL, database);
        connection = database.getConnection();
        connection.setAutoCommit(false);
        joined = JdbcStorage.joining(HostConnections.held(() -> connection));
    }

    @AfterEach
    void end() throws SQLException {
        other.shutdownNow();
        connection.close();
        waits.close();
        database.close();
    }

    @Test
    void anOpeningWaitsForARename() throws Exception {
        joined.categories().rename(make.tenant(), make.category("A").id(), "Z");

        Ticket opened = ticketOf("a");
        afterOther(() -> owning.tickets().commit(make.opening(opened)));

        assertSortedByWhatItShows(opened, "Z");
    }

    @Test
    void anOpeningWaitsForAMerge() throws Exception {
        owning.tickets().commit(make.opening(ticketOf("Z")));
        joined.categories()
                .merge(
                        make.tenant(),
                        make.category("A").id(),
                        make.category("Z").id());

        Ticket opened = ticketOf("A");
        afterOther(() -> owning.tickets().commit(make.opening(opened)));

        assertSortedByWhatItShows(opened, "Z");
    }

    @Test
    void aRenameWaitsForAnOpening() throws Exception {
        Ticket opened = ticketOf("A");
        joined.tickets().commit(make.opening(opened));

        afterOther(() ->
                owning.categories().rename(make.tenant(), make.category("A").id(), "Z"));

        assertSortedByWhatItShows(opened, "Z");
    }

    private Ticket ticketOf(String category) {
        return make.ticket().category(make.category(category)).build();
    }

    /** Runs a call beside the open transaction until it waits, then commits the transaction. */
    private void afterOther(Callable<?> call) throws Exception {
        Future<?> running = other.submit(call);
        waits.untilSomeoneWaitsOr(running::isDone);
        assertThat(running.isDone()).as("did not wait").isFalse();
        connection.commit();
        running.get();
    }

    private void assertSortedByWhatItShows(Ticket opened, String name) throws SQLException {
        Ticket stored = owning.tickets().find(make.tenant(), opened.id()).orElseThrow();
        assertThat(stored.category().name()).isEqualTo(name);
        try (Connection reading = database.getConnection();
                var statement = reading.prepareStatement("SELECT category_sort FROM ticket WHERE id = ?")) {
            statement.setObject(1, opened.id().value());
            try (var result = statement.executeQuery()) {
                result.next();
                assertThat(result.getBytes(1))
                        .isEqualTo(TicketSort.CATEGORY.positionOf(stored).text());
            }
        }
    }
}
