package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One ticket has far more waiting than a claim looks at. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("F26")
@Tag("F34")
class DeliveryBacklogTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final int WAITING = 700;

    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final JdbcStorage storage;
    private final DeliveryQueue queue;

    DeliveryBacklogTest(SqlDialect dialect) throws SQLException {
        database = TestDatabase.withTables(dialect);
        storage = JdbcStorage.owning(database);
        queue = storage.deliveries();
        committed(make.opening(make.ticket().build()));
        execute("""
                INSERT INTO ticket_delivery (tenant_id, event_id, consumer, ticket_id, version, due_at)
                SELECT tenant_id, CAST(lpad(CAST(n AS varchar(8)), 32, '0') AS uuid), consumer, ticket_id, 1 + n, due_at
                FROM ticket_delivery, %s""".formatted(
                        dialect == SqlDialect.POSTGRESQL
                                ? "generate_series(1, " + WAITING + ") n"
                                : "(SELECT x AS n FROM SYSTEM_RANGE(1, " + WAITING + "))"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsBehindThemIsFound() {
        Ticket behind = make.ticket().build();
        committed(make.opening(behind));

        List<Delivery> claimed = queue.claim("one", 2, LONG);

        assertThat(claimed).extracting(Delivery::version).containsExactly(1L, 1L);
        assertThat(claimed).extracting(Delivery::ticketId).contains(behind.id());
        assertThat(queue.claim("one", 10, LONG)).isEmpty();
        assertThat(queue.kept().pending(make.tenant())).isEqualTo(WAITING + 2);
    }

    @Test
    void eachComesAtOnceWhenTheOneBeforeItIsDone() {
        for (long version = 1; version <= WAITING + 1; version++) {
            Delivery next = onlyDue();
            assertThat(next.version()).isEqualTo(version);
            // Another worker looks, and sets aside what he finds waiting.
            assertThat(version % 50 == 1 ? queue.claim("two", 10, LONG) : List.of())
                    .isEmpty();
            assertThat(queue.complete(next, List.of())).isTrue();
        }
        assertThat(queue.kept().pending(make.tenant())).isZero();
    }

    @Test
    void theNextComesAtOnceWhenTheFirstIsParkedOrSplit() {
        Delivery first = onlyDue();
        assertThat(queue.claim("two", 10, LONG)).isEmpty();
        queue.complete(first, List.of(new DeliveryFailure("slow", true, null, "failed")));
        Delivery second = onlyDue();
        assertThat(queue.claim("two", 10, LONG)).isEmpty();
        queue.complete(second, List.of(new DeliveryFailure("slow", false, LONG, "failed")));

        assertThat(onlyDue().version()).isEqualTo(3);
    }

    @Test
    void theyAreSetAsideNoLongerThanTheLeaseOfTheOneTheyWaitFor() throws SQLException {
        assertThat(queue.claim("one", 1, LONG)).hasSize(1);
        assertThat(queue.claim("two", 10, LONG)).isEmpty();
        // As if its owner had died between the mark and the waking, and his lease had ended since.
        execute("UPDATE ticket_delivery SET state = 'DONE', ended_at = CURRENT_TIMESTAMP WHERE version = 1");
        execute("""
                UPDATE ticket_delivery SET due_at = CURRENT_TIMESTAMP
                WHERE due_at <= (SELECT MAX(d.due_at) FROM ticket_delivery d WHERE d.version = 1)""");

        assertThat(onlyDue().version()).isEqualTo(2);
    }

    private Delivery onlyDue() {
        List<Delivery> due = queue.claim("one", 10, LONG);
        assertThat(due).hasSize(1);
        return due.get(0);
    }

    private void committed(TicketChange change) {
        assertThat(storage.tickets().commit(change)).isInstanceOf(Committed.class);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
