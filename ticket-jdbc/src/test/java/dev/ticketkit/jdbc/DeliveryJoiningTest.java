package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Deliveries of tickets that are stored in the host's transaction. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B6")
class DeliveryJoiningTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private Connection connection;
    private TicketStore joined;
    private DeliveryQueue queue;

    DeliveryJoiningTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        joined = JdbcStorage.joining(HostConnections.held(() -> connection)).tickets();
        queue = JdbcStorage.owning(database).deliveries();
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
        database.close();
    }

    @Test
    @Tag("F24")
    void isDueWhenTheHostCommits() throws SQLException {
        TicketChange early = committed(make.opening(make.ticket().build()));
        TicketChange later = make.opening(make.ticket().build());
        JdbcStorage.owning(database).tickets().commit(later);
        assertThat(queue.claim("one", 10, LONG))
                .extracting(Delivery::eventId)
                .containsExactly(later.event().id());

        connection.commit();

        assertThat(queue.claim("one", 10, LONG))
                .extracting(Delivery::eventId)
                .containsExactly(early.event().id());
    }

    @Test
    void isRolledBackWithTheHost() throws SQLException {
        committed(make.opening(make.ticket().build()));
        connection.rollback();

        assertThat(queue.kept().pending(make.tenant())).isZero();
        assertThat(queue.claim("one", 10, LONG)).isEmpty();
    }

    @Test
    @Tag("R20")
    void whatADeletionCancelsComesBackWithItsRollback() throws SQLException {
        Ticket ticket = committed(make.opening(make.ticket().build())).after();
        connection.commit();
        committed(make.change(ticket, it -> it.deletedAt(TicketFixtures.START.plusSeconds(60))));
        connection.rollback();

        assertThat(queue.claim("one", 10, LONG)).extracting(Delivery::version).containsExactly(1L);
    }

    @Test
    void aDeletionSaysWhyItCancels() throws SQLException {
        Ticket ticket = committed(make.opening(make.ticket().build())).after();
        committed(make.change(ticket, it -> it.deletedAt(TicketFixtures.START.plusSeconds(60))));

        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT cause FROM ticket_delivery WHERE state = 'CANCELLED'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("cancelled by deletion");
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void theQueueItselfIsRefused() {
        DeliveryQueue refused =
                JdbcStorage.joining(HostConnections.held(() -> connection)).deliveries();
        Delivery delivery = new Delivery(
                make.tenant(), UUID.randomUUID(), make.ticket().build().id(), 1, "*", Set.of(), 1, "one");

        refuses(() -> refused.claim("one", 1, LONG));
        refuses(() -> refused.complete(delivery, List.of()));
        refuses(() -> refused.extend(delivery, LONG));
        refuses(() -> refused.kept().parked(make.tenant(), 1));
        refuses(() -> refused.kept().release(make.tenant(), delivery.eventId(), "mail"));
        refuses(() -> refused.kept().pending(make.tenant()));
        refuses(() -> refused.kept().purge(make.tenant(), Instant.EPOCH));
    }

    /** Whether a call joins is said by its own moment, not by when the port was asked for. */
    @Test
    void aPortThatIsHeldIsRefusedWithinATransaction() {
        boolean[] active = new boolean[1];
        HostConnections host = HostConnections.of(() -> active[0], () -> connection, given -> {});
        KeptDeliveries kept = JdbcStorage.ambient(database, host).deliveries().kept();
        assertThat(kept.pending(make.tenant())).isZero();

        active[0] = true;

        refuses(() -> kept.pending(make.tenant()));
        refuses(kept::backlog);
    }

    private static void refuses(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(TicketErrorCode.STORAGE_FAILED))
                .hasMessageContaining("JdbcStorage.owning");
    }

    private TicketChange committed(TicketChange change) {
        assertThat(joined.commit(change)).isInstanceOf(Committed.class);
        return change;
    }
}
