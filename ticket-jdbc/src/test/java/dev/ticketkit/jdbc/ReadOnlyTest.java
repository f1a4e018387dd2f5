package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What reads, reads where nothing can be written: a replica, or a pool for reading. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class ReadOnlyTest {
    private static final int NOT_INDEXED = 1_500;

    private final HikariDataSource database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
    private final HikariDataSource reading;
    private final JdbcStorage replica;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final Ticket ticket = make.ticket().title("The printer is on fire").build();

    /** @param byServer whether the server says so, as a replica does, or only the pool */
    ReadOnlyTest(boolean byServer) {
        reading = new HikariDataSource();
        reading.setDataSource(database);
        reading.setMaximumPoolSize(2);
        if (byServer) {
            reading.setConnectionInitSql("SET default_transaction_read_only = on");
        } else {
            reading.setReadOnly(true);
        }
        replica = JdbcStorage.owning(reading, JdbcOptions.defaults(), millis -> {});
    }

    @BeforeEach
    void openOneAndLeaveManyUnindexed() throws SQLException {
        JdbcStorage.owning(database).tickets().commit(make.opening(ticket));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "INSERT INTO ticket_unindexed SELECT ?, gen_random_uuid(), 1 FROM generate_series(1, ?)")) {
            statement.setString(1, make.tenant().value());
            statement.setInt(2, NOT_INDEXED);
            statement.execute();
        }
    }

    @AfterEach
    void close() {
        reading.close();
        database.close();
    }

    @Test
    void listsFindsAndSearches() {
        assertThat(list(TicketQuery.all())).containsExactly(ticket.id());
        assertThat(list(TicketQuery.builder().text("printer").build())).containsExactly(ticket.id());
        assertThat(replica.tickets().find(make.tenant(), ticket.id())).isPresent();
        assertThat(replica.tickets().findByReference(make.tenant(), ticket.reference()))
                .isPresent();
    }

    @Test
    void countsWhatIsNotFoldedYet() {
        var query = new CountQuery(make.tenant(), AccessScope.all(), CountBasis.OPENED, InstantRange.ALWAYS, Set.of());

        assertThat(replica.statistics().counts(query))
                .extracting(TicketCount::tickets)
                .containsExactly(1L);
        assertThat(DerivedStatistics.of(replica.statistics()).differences(make.tenant()))
                .isEmpty();
    }

    @Test
    void readsTheFeedAsFarAsOthersHaveNumberedIt() {
        JdbcStorage primary = JdbcStorage.owning(database);
        assertThat(replica.events().changesSince(make.tenant(), 0, 10).events()).isEmpty();

        primary.events().changesSince(make.tenant(), 0, 10);
        primary.tickets().commit(make.opening(make.ticket().build()));

        assertThat(replica.events().changesSince(make.tenant(), 0, 10).events()).hasSize(1);
    }

    private List<TicketId> list(TicketQuery query) {
        return replica.tickets().list(make.tenant(), query, AccessScope.all(), null, 10).stream()
                .map(Ticket::id)
                .toList();
    }
}
