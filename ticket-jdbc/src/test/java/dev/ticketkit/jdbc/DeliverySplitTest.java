package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.LockWaits;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.HoldingDataSource;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A ticket is deleted while its delivery is being split: held between the two statements until the deletion waits. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
class DeliverySplitTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final LockWaits waits;
    private final HikariDataSource database;
    private final JdbcStorage storage;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    DeliverySplitTest(SqlDialect dialect) throws SQLException {
        database = TestDatabase.withTables(dialect);
        storage = JdbcStorage.owning(database);
        waits = new LockWaits(dialect, database);
    }

    @AfterEach
    void close() throws SQLException {
        thread.shutdown();
        waits.close();
        database.close();
    }

    @Test
    @Tag("R20")
    void deletionCancelsWhatASplitUnderWayAdds() throws Exception {
        Ticket ticket = make.ticket().build();
        storage.tickets().commit(make.opening(ticket));
        Delivery delivery = storage.deliveries().claim("one", 1, LONG).get(0);
        var deletion = make.change(ticket, it -> it.deletedAt(TicketFixtures.START.plusSeconds(60)));
        Future<?>[] deleting = new Future<?>[1];
        var holding = HoldingDataSource.before("INSERT INTO ticket_delivery", database, () -> {
            deleting[0] = thread.submit(() -> storage.tickets().commit(deletion));
            waits.untilSomeoneWaitsOr(deleting[0]::isDone);
        });

        boolean marked = JdbcStorage.owning(holding)
                .deliveries()
                .complete(delivery, List.of(new DeliveryFailure("slow", false, LONG, "failed")));

        assertThat(marked).isTrue();
        assertThat((CommitOutcome) deleting[0].get()).isInstanceOf(Committed.class);
        assertThat(storage.deliveries().kept().pending(make.tenant())).isEqualTo(1);
        assertThat(storage.deliveries().claim("two", 10, LONG))
                .extracting(Delivery::eventId)
                .containsExactly(deletion.event().id());
    }
}
