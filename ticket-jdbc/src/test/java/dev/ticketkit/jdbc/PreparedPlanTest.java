package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a connection has prepared stays prepared, whatever values come: planning a commit costs more than running it. */
class PreparedPlanTest {
    private static final int TIMES = 12;

    /** One caller gets the same connection again. */
    private final HikariDataSource one = TestDatabase.withTables(SqlDialect.POSTGRESQL);

    private final JdbcStorage store = JdbcStorage.owning(one);
    private final TicketFixtures make = TicketFixtures.ofNewTenant();

    @AfterEach
    void close() {
        one.close();
    }

    @Test
    void changesWithAndWithoutAValueShareAPlan() throws Exception {
        Ticket ticket = make.ticket().build();
        store.tickets().commit(make.opening(ticket));
        for (int i = 0; i < TIMES; i++) {
            String text = i % 2 == 0 ? "Now there is one " + i : null;
            TicketChange change = make.change(ticket, edit -> edit.description(text));
            store.tickets().commit(change);
            ticket = change.after();
        }
        assertThat(runsOfPreparedCommits()).contains((long) TIMES - runsBeforePreparing());
    }

    @Test
    void openingsWithAndWithoutAValueShareAPlan() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            boolean full = i % 2 == 0;
            store.tickets()
                    .commit(make.opening(make.ticket()
                            .description(full ? "Long" : null)
                            .externalId(full ? "order-" + i : null)
                            .priority(Priority.HIGH)
                            .status(Status.OPEN)
                            .build()));
        }
        assertThat(runsOfPreparedCommits()).contains((long) TIMES - runsBeforePreparing());
    }

    /** How often each prepared commit was planned or its plan used; a statement that had to be prepared again begins at none. */
    private List<Long> runsOfPreparedCommits() throws SQLException {
        List<Long> runs = new ArrayList<>();
        try (Connection connection = one.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT generic_plans + custom_plans FROM pg_prepared_statements WHERE statement LIKE 'WITH waits%'""")) {
            while (rows.next()) {
                runs.add(rows.getLong(1));
            }
        }
        return runs;
    }

    /** The driver prepares a statement that comes again and again. */
    private long runsBeforePreparing() throws SQLException {
        try (Connection connection = one.getConnection()) {
            return connection.unwrap(org.postgresql.PGConnection.class).getPrepareThreshold() - 1L;
        }
    }
}
