package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.TransactionPerCall;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets enter a category while it is renamed and merged: each ends with the id and the sort key of the category it shows. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("R5")
class CategoryRaceTest {
    private static final int OPENERS = 6;
    private static final int ROUNDS = 40;

    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final CyclicBarrier start = new CyclicBarrier(OPENERS + 1);

    CategoryRaceTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ticketsFollowRenamesAndMerges(boolean joined) throws Exception {
        TicketStorage store =
                joined ? new TransactionPerCall(database, JdbcOptions.defaults()) : JdbcStorage.owning(database);
        var threads = Executors.newFixedThreadPool(OPENERS + 1);
        List<Future<Object>> running = new ArrayList<>();
        for (int i = 0; i < OPENERS; i++) {
            running.add(threads.submit(() -> open(store)));
        }
        running.add(threads.submit(() -> rename(store)));
        for (Future<Object> each : running) {
            each.get();
        }
        threads.shutdown();

        assertThat(ticketsThatDifferFromTheirCategory()).isZero();
        database.close();
    }

    private Object open(TicketStorage store) throws Exception {
        start.await();
        for (int i = 0; i < ROUNDS; i++) {
            Category category = make.category(i % 2 == 0 ? "A" : "B");
            Ticket ticket = make.ticket().build();
            assertThat(store.tickets().commit(make.opening(ticket))).isInstanceOf(Committed.class);
            assertThat(store.tickets().commit(make.change(ticket, it -> it.category(category))))
                    .isInstanceOf(Committed.class);
        }
        return OPENERS;
    }

    private Object rename(TicketStorage store) throws Exception {
        start.await();
        for (int i = 0; i < ROUNDS; i++) {
            store.categories().rename(make.tenant(), make.category("A").id(), "A " + i);
            if (i == ROUNDS / 2) {
                store.categories()
                        .merge(
                                make.tenant(),
                                make.category("B").id(),
                                make.category("A").id());
            }
        }
        return ROUNDS;
    }

    private int ticketsThatDifferFromTheirCategory() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("""
                        SELECT COUNT(*) FROM ticket t
                        JOIN ticket_category c ON c.tenant_id = t.tenant_id AND c.id = t.category_id
                        WHERE c.target_id IS NOT NULL OR c.name_sort <> t.category_sort""")) {
            result.next();
            return result.getInt(1);
        }
    }
}
