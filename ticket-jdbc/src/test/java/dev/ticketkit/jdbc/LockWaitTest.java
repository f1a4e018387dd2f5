package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.LockWaits;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A host's transaction holds something and stays open, perhaps on the very thread that now wants it: whoever needs it waits for a while and
 * is told so, and the host's transaction goes on.
 */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B6")
@Timeout(120)
class LockWaitTest {
    private static final ReferenceRequest SERIES = new ReferenceRequest("S", "S-", 1);
    private static final JdbcOptions SHORT =
            JdbcOptions.builder().lockWait(Duration.ofMillis(100)).build();
    private static final JdbcOptions LONG =
            JdbcOptions.builder().lockWait(Duration.ofMinutes(30)).build();

    private final SqlDialect dialect;
    private final HikariDataSource real;
    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final List<Connection> connections = new ArrayList<>();
    private TicketStorage holder;
    private Ticket ticket;

    LockWaitTest(SqlDialect dialect) {
        this.dialect = dialect;
        real = TestDatabase.withTables(dialect);
        database = new HikariDataSource();
        database.setDataSource(real);
        if (dialect == SqlDialect.H2) {
            // An owning call waits as long as H2 itself before it looks whether its time is over.
            database.setConnectionInitSql("SET LOCK_TIMEOUT 150");
        }
    }

    /** What can be held: what the host's transaction does, and what another one then wants. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private enum Held {
        NUMBER((make, ticket) -> make.numbered(make.ticket().build(), SERIES, null)),
        TICKET((make, ticket) -> make.change(ticket, edit -> edit.title("Changed"))),
        KEY((make, ticket) -> make.opening(make.ticket().build(), TicketFixtures.stamp("open:1", "body"))),
        EXTERNAL_ID((make, ticket) ->
                make.opening(make.ticket().externalId("order-1").build())),
        REFERENCE((make, ticket) ->
                make.opening(make.ticket().reference(new Reference("BY-HAND")).build())),
        NEW_CATEGORY((make, ticket) -> make.opening(
                make.ticket().category(Category.named(make.tenant(), "New")).build()));

        final BiFunction<TicketFixtures, Ticket, TicketChange> change;

        Held(BiFunction<TicketFixtures, Ticket, TicketChange> change) {
            this.change = change;
        }
    }

    /** Who wants it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Wanting {
        JOINED(test -> test.joined(SHORT)),
        OWNING(test -> JdbcStorage.owning(test.database, SHORT)),
        OWNING_SINGLY(test -> JdbcStorage.owning(
                test.database,
                JdbcOptions.builder()
                        .groupCommit(false)
                        .lockWait(Duration.ofMillis(100))
                        .build()));

        final Function<LockWaitTest, TicketStorage> storage;

        Wanting(Function<LockWaitTest, TicketStorage> storage) {
            this.storage = storage;
        }
    }

    static Stream<Arguments> everybodyWantsEverything() {
        return Stream.of(Held.values())
                .flatMap(held -> Stream.of(Wanting.values()).map(wanting -> Arguments.of(held, wanting)));
    }

    @BeforeEach
    void begin() throws SQLException {
        TicketChange opening = make.opening(make.ticket().build());
        JdbcStorage.owning(database).tickets().commit(opening);
        ticket = opening.after();
        holder = joined(LONG);
    }

    @AfterEach
    void end() throws SQLException {
        for (Connection each : connections) {
            each.rollback();
            each.close();
        }
        database.close();
        real.close();
    }

    @ParameterizedTest
    @MethodSource("everybodyWantsEverything")
    void whoWantsWhatAnOpenTransactionHoldsIsToldSo(Held held, Wanting wanting) throws SQLException {
        commit(holder, held.change.apply(make, ticket));
        TicketStorage other = wanting.storage.apply(this);
        TicketChange wanted = held.change.apply(make, ticket);

        assertLocked(() -> other.tickets().commit(wanted));

        commit(holder, make.opening(make.ticket().build()));
        connections.get(0).commit();
        assertThat(other.tickets().commit(wanted))
                .as("afterwards there is an answer")
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void theTransactionThatWaitedIsAsItWas(Held held) throws SQLException {
        TicketStorage waiting = joined(SHORT);
        Connection its = connections.get(1);
        String limit = limit(its);
        TicketChange before = make.opening(make.ticket().build());
        commit(waiting, before);
        commit(holder, held.change.apply(make, ticket));

        assertLocked(() -> waiting.tickets().commit(held.change.apply(make, ticket)));

        TicketChange after = make.opening(make.ticket().build());
        commit(waiting, after);
        assertThat(limit(its)).isEqualTo(limit);
        its.commit();
        assertThat(limit(its)).isEqualTo(limit);
        TicketStorage reader = JdbcStorage.owning(database);
        assertThat(Stream.of(before, after).map(each -> each.after().id()))
                .allSatisfy(id ->
                        assertThat(reader.tickets().find(make.tenant(), id)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsTheWait(Wanting wanting) throws Exception {
        assumeTrue(dialect == SqlDialect.POSTGRESQL, "H2 takes an interrupt of its own waits for the end of its limit");
        commit(holder, Held.NUMBER.change.apply(make, ticket));
        TicketStorage patient = wanting == Wanting.JOINED
                ? joined(LONG)
                : JdbcStorage.owning(
                        database,
                        JdbcOptions.builder()
                                .groupCommit(wanting == Wanting.OWNING)
                                .lockWait(Duration.ofMinutes(30))
                                .build());
        FutureTask<Boolean> waiting = new FutureTask<>(() -> {
            assertLocked(() -> patient.tickets().commit(Held.NUMBER.change.apply(make, ticket)));
            return Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(waiting, "waiting");
        try (LockWaits waits = new LockWaits(dialect, database)) {
            thread.start();
            waits.untilSomeoneWaitsOr(waiting::isDone);
            thread.interrupt();
        }

        assertThat(waiting.get()).as("still interrupted").isTrue();
    }

    @Test
    void numbersHaveNoGapAfterAWaitInVain() throws SQLException {
        assertThat(commit(holder, Held.NUMBER.change.apply(make, ticket))
                        .receipt()
                        .reference()
                        .value())
                .isEqualTo("S-1");
        TicketStorage waiting = joined(SHORT);
        assertLocked(() -> waiting.tickets().commit(Held.NUMBER.change.apply(make, ticket)));
        connections.get(0).commit();

        assertThat(commit(waiting, Held.NUMBER.change.apply(make, ticket))
                        .receipt()
                        .reference()
                        .value())
                .isEqualTo("S-2");
        connections.get(1).commit();
    }

    @Test
    void aLowerLimitOfTheServerComesFirst() throws SQLException {
        try (HikariDataSource limited = new HikariDataSource()) {
            limited.setDataSource(database);
            limited.setMaximumPoolSize(2);
            limited.setConnectionInitSql(
                    dialect == SqlDialect.H2 ? "SET LOCK_TIMEOUT 200" : "SET lock_timeout = '200ms'");
            commit(holder, Held.NUMBER.change.apply(make, ticket));
            try (Connection connection = limited.getConnection()) {
                connection.setAutoCommit(false);
                TicketStorage waiting = JdbcStorage.joining(HostConnections.held(() -> connection), LONG);
                assertLocked(() -> waiting.tickets().commit(Held.NUMBER.change.apply(make, ticket)));
                connection.rollback();
            }
            if (dialect == SqlDialect.POSTGRESQL) {
                TicketStorage owning = JdbcStorage.owning(limited, LONG);
                assertLocked(() -> owning.tickets().commit(Held.NUMBER.change.apply(make, ticket)));
            }
        }
    }

    @Test
    void numbersInBlocksAreGivenInTransactionsWithoutWaiting() throws SQLException {
        commit(holder, Held.NUMBER.change.apply(make, ticket));
        TicketStorage other = joined(LONG);

        long first = holder.numbers().next(make.tenant(), SERIES, 10);
        long second = other.numbers().next(make.tenant(), SERIES, 10);

        assertThat(List.of(first, second))
                .allSatisfy(number -> assertThat(number).isGreaterThan(1));
        commit(
                other,
                make.opening(make.ticket().reference(SERIES.format(second)).build()));
        connections.get(1).commit();
    }

    private TicketStorage joined(JdbcOptions options) {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            connections.add(connection);
            return JdbcStorage.joining(HostConnections.held(() -> connection), options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String limit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        dialect == SqlDialect.H2 ? "SELECT LOCK_TIMEOUT()" : "SHOW lock_timeout")) {
            found.next();
            return found.getString(1);
        }
    }

    private static Committed commit(TicketStorage storage, TicketChange change) {
        CommitOutcome outcome = storage.tickets().commit(change);
        assertThat(outcome).isInstanceOf(Committed.class);
        return (Committed) outcome;
    }

    private static void assertLocked(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.code()).isEqualTo(TicketErrorCode.STORAGE_LOCKED))
                .hasMessageContaining("wait for itself");
    }
}
