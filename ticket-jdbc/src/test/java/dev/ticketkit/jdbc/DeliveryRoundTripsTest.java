package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.ExecutedDataSource;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a delivery costs: a claim, two readings and a mark for a batch, and one look that finds no more. */
@Tag("B4")
class DeliveryRoundTripsTest {
    private final HikariDataSource database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
    private final ExecutedDataSource executed = new ExecutedDataSource(database);
    private final TicketStorage storage = JdbcStorage.owning(executed.dataSource);
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final TicketDesk pump = TicketDesk.builder()
            .storage(storage)
            .consumer(new Quick())
            .automations(false)
            .build();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBatchOfOneTenantTakesSixStatements() {
        for (int i = 0; i < 3; i++) {
            deliver(20);
        }
        List<String> statements = deliver(20);

        assertThat(statements).hasSize(6);
        assertThat(statements.stream().filter(DeliveryRoundTripsTest::isWriting))
                .hasSize(4);
    }

    @Test
    void oneEventTakesSix() {
        for (int i = 0; i < 3; i++) {
            deliver(1);
        }
        assertThat(deliver(1)).hasSize(6);
    }

    private List<String> deliver(int count) {
        for (int i = 0; i < count; i++) {
            storage.tickets().commit(make.opening(make.ticket().build()));
        }
        executed.statements.clear();
        assertThat(pump.drain()).isEqualTo(count);
        return executed.statements.stream().filter(sql -> !isOncePerPoll(sql)).toList();
    }

    /** Which consumers there are, and whether something was left to one's own. */
    private static boolean isOncePerPoll(String statement) {
        return statement.startsWith("SELECT c.name") || statement.contains("d.left_to = ? ORDER BY");
    }

    private static boolean isWriting(String statement) {
        return statement.contains("UPDATE") || statement.contains("INSERT");
    }

    private static final class Quick implements EventConsumer {
        @Override
        public String name() {
            return "quick";
        }

        @Override
        public DeliveryResult handle(DeliveredEvent context) {
            return DeliveryResult.DELIVERED;
        }
    }
}
