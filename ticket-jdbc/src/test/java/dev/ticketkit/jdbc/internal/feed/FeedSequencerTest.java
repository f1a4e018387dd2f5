package dev.ticketkit.jdbc.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.HostConnections;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.StorageInternals;
import dev.ticketkit.jdbc.fixture.LockWaits;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.ExecutedDataSource;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource.Fault;
import dev.ticketkit.jdbc.fixture.source.HoldingDataSource;
import dev.ticketkit.jdbc.internal.feed.FeedSequencer.Entry;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.EventFeed;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gives positions, when, and what becomes of them when something goes wrong. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B15")
class FeedSequencerTest {
    private final SqlDialect dialect;
    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final JdbcStorage store;

    FeedSequencerTest(SqlDialect dialect) {
        this.dialect = dialect;
        database = TestDatabase.withTables(dialect);
        store = JdbcStorage.owning(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The maintenance alone, with connections of its own. */
    private static FeedSequencer sequencer(DataSource source) {
        return new FeedSequencer(StorageInternals.names(), StorageInternals.transactions(source));
    }

    @Test
    @Tag("F24")
    void whatBeganEarlierAndIsCommittedLaterIsReadLater() throws SQLException {
        TicketChange early = make.opening(make.ticket().build());
        TicketChange late = make.opening(make.ticket().build());
        try (Connection host = database.getConnection()) {
            host.setAutoCommit(false);
            JdbcStorage.joining(HostConnections.held(() -> host)).tickets().commit(early);
            store.tickets().commit(late);
            EventFeed first = since(0);
            assertThat(first.events()).containsExactly(late.event());
            assertThat(since(first.position()).events()).isEmpty();

            host.commit();

            EventFeed second = since(first.position());
            assertThat(second.events()).containsExactly(early.event());
            assertThat(since(0).events()).containsExactly(late.event(), early.event());
            assertThat(second.position()).isEqualTo(2);
        }
    }

    @Test
    @Tag("F25")
    void whatTheHostRollsBackIsNeverReadAndLeavesNoGap() throws SQLException {
        opened();
        try (Connection host = database.getConnection()) {
            host.setAutoCommit(false);
            JdbcStorage.joining(HostConnections.held(() -> host))
                    .tickets()
                    .commit(make.opening(make.ticket().build()));
            since(0);
            host.rollback();
        }
        opened();

        assertThat(since(0).events()).hasSize(2);
        assertThat(since(0).position()).isEqualTo(2);
    }

    @Test
    void aJoinedStorageReadsWhatHasAPositionAndGivesNone() throws SQLException {
        opened();
        since(0);
        opened();
        try (Connection host = database.getConnection()) {
            host.setAutoCommit(false);
            JdbcStorage joined = JdbcStorage.joining(HostConnections.held(() -> host));
            joined.tickets().commit(make.opening(make.ticket().build()));

            assertThat(joined.events().changesSince(make.tenant(), 0, 10).events())
                    .hasSize(1);
            assertThat(joined.maintenance().run(100)).isZero();
            host.commit();
        }
        assertThat(count("ticket_unsequenced")).isEqualTo(2);
        assertThat(since(0).events()).hasSize(3);
    }

    @Test
    void aReaderGivesSomePositionsAndOnlyWhenHisPageIsNotFull() throws SQLException {
        waiting(2 * FeedSequencer.BATCH + 500);

        assertThat(store.events().changesSince(make.tenant(), 0, 10).more()).isTrue();
        assertThat(count("ticket_unsequenced")).isEqualTo(FeedSequencer.BATCH + 500);
        assertThat(store.events().changesSince(make.tenant(), 10, 900).more()).isTrue();
        assertThat(count("ticket_unsequenced")).isEqualTo(FeedSequencer.BATCH + 500);
        store.events().changesSince(make.tenant(), 910, 1_000);
        assertThat(count("ticket_unsequenced")).isEqualTo(500);
    }

    @Test
    void whereNothingWaitsReadingIsAllThatIsDone() {
        opened();
        since(0);
        ExecutedDataSource executed = new ExecutedDataSource(database);
        JdbcStorage reader = JdbcStorage.owning(
                executed.dataSource, JdbcOptions.builder().verifySchema(false).build());
        reader.events().changesSince(make.tenant(), 1, 10);

        assertThat(executed.statements)
                .allMatch(sql -> sql.startsWith("SELECT"))
                .filteredOn(sql -> sql.contains("ticket_feed") || sql.contains("ticket_unsequenced"))
                .hasSize(2);
    }

    @Test
    void takesSomeAtATimeAndNoVersionBeforeTheOneBefore() {
        for (int i = 0; i < 20; i++) {
            Ticket ticket = opened();
            ticket = changed(ticket);
            changed(ticket);
        }
        int numbered = 0;
        int more;
        do {
            more = sequencer(database).run(1);
            numbered += more;
        } while (more > 0);

        assertThat(numbered).isEqualTo(60);
        Map<TicketId, Long> versions = new HashMap<>();
        for (TicketEvent event : since(0).events()) {
            assertThat(event.version()).isEqualTo(versions.getOrDefault(event.ticketId(), 0L) + 1);
            versions.put(event.ticketId(), event.version());
        }
    }

    @Test
    void theOrderIsThatOfIdsUnlessAVersionWouldComeBeforeAnother() {
        UUID a = UUID.fromString("00000000-0000-7000-8000-000000000001");
        UUID b = UUID.fromString("f0000000-0000-7000-8000-000000000001");
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(UUID.fromString("%d0000000-0000-7000-8000-000000000000".formatted(2 * i)));
        }

        // The first is the latest of all by its sign, were it compared so.
        UUID unsigned = UUID.fromString("ff000000-0000-7000-8000-000000000000");
        assertThat(FeedSequencer.inOrder(List.of(
                        new Entry(a, 1, ids.get(3)),
                        new Entry(a, 2, ids.get(1)),
                        new Entry(a, 3, ids.get(4)),
                        new Entry(b, 1, unsigned),
                        new Entry(UUID.fromString("f1000000-0000-7000-8000-000000000001"), 1, ids.get(2)))))
                .containsExactly(ids.get(2), ids.get(3), ids.get(1), ids.get(4), unsigned);
    }

    @Test
    void passesByTheTenantAnotherOneIsNumbering() throws Exception {
        opened();
        int[] others = {-1};
        DataSource held = HoldingDataSource.before("INSERT INTO ticket_feed (", database, () -> {
            if (dialect == SqlDialect.POSTGRESQL) {
                others[0] = sequencer(database).run(100);
            }
        });
        since(0);
        opened();

        assertThat(sequencer(held).run(100)).isEqualTo(1);
        assertThat(others[0]).isEqualTo(dialect == SqlDialect.POSTGRESQL ? 0 : -1);
        assertThat(since(0).events()).hasSize(2);
    }

    @Test
    void aReaderWaitsForWhoIsNumbering() throws Exception {
        opened();
        List<FutureTask<EventFeed>> readers = new ArrayList<>();
        LockWaits waits = new LockWaits(dialect, database);
        DataSource held = HoldingDataSource.before("INSERT INTO ticket_feed (", database, () -> {
            FutureTask<EventFeed> reader = new FutureTask<>(() -> since(0));
            readers.add(reader);
            new Thread(reader, "reader").start();
            waits.untilSomeoneWaitsOr(reader::isDone);
        });
        since(0);
        opened();
        opened();

        assertThat(sequencer(held).run(100)).isEqualTo(2);
        assertThat(readers).hasSize(1);
        assertThat(readers.get(0).get().events()).hasSize(3);
    }

    @Test
    @Tag("F1")
    void aNumberingThatIsCutOffHalfWayHasDoneNothing() throws SQLException {
        opened();
        since(0);
        changed(opened());
        String last =
                dialect == SqlDialect.POSTGRESQL ? "DELETE FROM ticket_unsequenced" : "MERGE INTO ticket_unsequenced";
        DataSource cut = HoldingDataSource.before(last, database, () -> {
            cutOff();
            throw new SQLException("the wire was cut", "08006");
        });

        assertThatThrownBy(() -> sequencer(cut).run(100)).isInstanceOf(StorageException.class);
        assertThat(count("ticket_unsequenced")).isEqualTo(2);
        assertThat(count("ticket_feed")).isEqualTo(1);
        assertThat(sequencer(database).run(100)).isEqualTo(2);
        assertThat(sequencer(database).run(100)).isZero();
        assertThat(since(0).events()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Tag("F8")
    void aNumberingWhoseAnswerIsLostCountsOnce(Fault fault) throws SQLException {
        changed(opened());
        DataSource faulty = FaultyDataSource.of(database, fault, "08006", 2);

        sequencer(faulty).run(100);

        assertThat(count("ticket_unsequenced")).isZero();
        assertThat(since(0).events()).hasSize(2).doesNotHaveDuplicates();
        assertThat(since(0).position()).isEqualTo(2);
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

    /** Only rows of the tail: their events are not there, as if removed by hand. */
    private void waiting(int events) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "INSERT INTO ticket_unsequenced (tenant_id, ticket_id, version, event_id) VALUES (?, ?, 1, ?)")) {
            for (int i = 0; i < events; i++) {
                statement.setString(1, make.tenant().value());
                statement.setObject(2, UUID.randomUUID());
                statement.setObject(3, UUID.randomUUID());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private EventFeed since(long position) {
        return store.events().changesSince(make.tenant(), position, 100);
    }

    private Ticket opened() {
        Ticket ticket = make.ticket().build();
        store.tickets().commit(make.opening(ticket));
        return ticket;
    }

    private Ticket changed(Ticket ticket) {
        TicketChange change = make.change(ticket, edit -> edit.title("Other"));
        store.tickets().commit(change);
        return change.after();
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
