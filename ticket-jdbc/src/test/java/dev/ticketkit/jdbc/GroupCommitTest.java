package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.Crowd;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.ExecutedDataSource;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource;
import dev.ticketkit.jdbc.fixture.source.FaultyDataSource.Fault;
import dev.ticketkit.jdbc.internal.groupcommit.GroupCommits;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.DeskListener;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Kind;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GroupCommitTest {
    private static final HikariDataSource DATABASE = TestDatabase.withTables(SqlDialect.POSTGRESQL);
    private static final JdbcStorage SOUND = JdbcStorage.owning(DATABASE);
    private static final ReferenceRequest SERIES = new ReferenceRequest("T-", "T-", 3);
    private static final int CROWD = 30;

    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final Crowd crowd = new Crowd(DATABASE);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aCallerAloneCommitsWithOneStatement() {
        ExecutedDataSource executed = new ExecutedDataSource(DATABASE);
        JdbcStorage store = JdbcStorage.owning(executed.dataSource);
        store.tickets().commit(make.opening(make.ticket().build()));
        executed.statements.clear();

        store.tickets().commit(make.opening(make.ticket().build()));
        store.tickets().commit(make.numbered(make.ticket().build(), SERIES, null));

        assertThat(executed.statements).hasSize(2).noneMatch(sql -> sql.contains("unnest"));
    }

    @Test
    void callersWhoComeMeanwhileShareAStatement() throws Exception {
        ExecutedDataSource executed = new ExecutedDataSource(DATABASE);
        List<CommitOutcome> outcomes = outcomes(store(executed.dataSource), openings(CROWD));

        assertThat(outcomes).extracting(CommitOutcome::kind).containsOnly(Kind.COMMITTED);
        assertThat(executed.statements.stream().filter(sql -> sql.contains("unnest")))
                .hasSize(1);
        assertThat(count()).isEqualTo(CROWD + GroupCommits.MOST_LEADERS);
    }

    @Test
    void aListenerHearsHowManyShared() {
        List<Integer> heard = new ArrayList<>();
        DeskListener listener = new DeskListener() {
            @Override
            public void groupCommitted(int changes) {
                heard.add(changes);
            }
        };
        JdbcStorage.owning(DATABASE, JdbcOptions.builder().listener(listener).build())
                .tickets()
                .commit(make.opening(make.ticket().build()));
        assertThat(heard).containsExactly(1);

        JdbcOptions apart =
                JdbcOptions.builder().listener(listener).groupCommit(false).build();
        JdbcStorage.owning(DATABASE, apart)
                .tickets()
                .commit(make.opening(make.ticket().build()));
        assertThat(heard).as("none is shared").hasSize(1);
    }

    @Test
    void switchedOffNobodyWaitsForAnother() throws Exception {
        ExecutedDataSource executed = new ExecutedDataSource(DATABASE);
        JdbcStorage store = JdbcStorage.owning(
                executed.dataSource, JdbcOptions.builder().groupCommit(false).build());
        List<FutureTask<CommitOutcome>> tasks = new ArrayList<>();
        for (TicketChange change : openings(CROWD)) {
            FutureTask<CommitOutcome> task =
                    new FutureTask<>(() -> store.tickets().commit(change));
            new Thread(task).start();
            tasks.add(task);
        }
        assertThat(await(tasks)).extracting(CommitOutcome::kind).containsOnly(Kind.COMMITTED);
        assertThat(executed.statements).noneMatch(sql -> sql.contains("unnest"));
    }

    @Test
    void ofOneTicketOnlyOneChangeIsInABatch() throws Exception {
        Ticket ticket = opened();
        List<TicketChange> changes = new ArrayList<>(openings(CROWD));
        for (int i = 0; i < 3; i++) {
            int number = i;
            changes.add(5 * i, make.change(ticket, edit -> edit.title("By " + number)));
        }

        List<CommitOutcome> outcomes = outcomes(store(DATABASE), changes);

        assertThat(outcomes.stream().filter(each -> each.kind() == Kind.COMMITTED))
                .hasSize(CROWD + 1 + 2);
        assertThat(outcomes.stream().filter(each -> each.kind() == Kind.STALE)).hasSize(2);
        assertThat(found(ticket).version()).isEqualTo(2);
    }

    @Test
    void oneThatTheDatabaseRefusesFailsAlone() throws Exception {
        List<TicketChange> changes = new ArrayList<>(openings(CROWD));
        changes.add(7, make.opening(make.ticket().title("Nul \0 is no text").build()));

        List<FutureTask<CommitOutcome>> tasks = together(store(DATABASE), changes);

        FutureTask<CommitOutcome> refused = tasks.remove(GroupCommits.MOST_LEADERS + 7);
        assertThat(await(tasks)).extracting(CommitOutcome::kind).containsOnly(Kind.COMMITTED);
        assertThat(failure(refused).code()).isEqualTo(TicketErrorCode.STORAGE_FAILED);
        assertThat(count()).isEqualTo(CROWD + GroupCommits.MOST_LEADERS);
    }

    @ParameterizedTest
    @CsvSource({"AFTER,08006", "BEFORE,08006", "AFTER,57P01", "BEFORE,40P01", "AFTER,XX000"})
    @Tag("F8")
    void whatBecameOfABatchIsFoundOutByEach(Fault fault, String state) throws Exception {
        // The leaders' statements fail first, each once, and then the batch and some of those who try by themselves.
        DataSource faulty = FaultyDataSource.of(DATABASE, fault, state, 4);
        List<TicketChange> changes = new ArrayList<>(openings(CROWD));
        for (int i = 0; i < CROWD; i++) {
            changes.add(make.numbered(make.ticket().build(), SERIES, TicketFixtures.stamp("open:" + i, "body")));
        }

        List<CommitOutcome> outcomes =
                outcomes(JdbcStorage.owning(crowd.holdingUp(faulty), JdbcOptions.defaults(), millis -> {}), changes);

        assertThat(outcomes).extracting(CommitOutcome::kind).containsOnly(Kind.COMMITTED);
        assertThat(count()).isEqualTo(2 * CROWD + GroupCommits.MOST_LEADERS);
        assertThat(SOUND.tickets()
                        .findByReference(make.tenant(), SERIES.format(CROWD))
                        .isPresent())
                .isTrue();
        assertThat(SOUND.tickets().findByReference(make.tenant(), SERIES.format(CROWD + 1L)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Tag("F8")
    void whatCannotBeFoundOutIsSaidToBeUnknown(Fault fault) throws Exception {
        DataSource faulty = FaultyDataSource.of(DATABASE, fault, "08006", 1_000);
        List<FutureTask<CommitOutcome>> tasks = together(
                JdbcStorage.owning(crowd.holdingUp(faulty), JdbcOptions.defaults(), millis -> {}), openings(5));

        for (FutureTask<CommitOutcome> task : tasks) {
            assertThat(failure(task).code()).isEqualTo(TicketErrorCode.STORAGE_UNKNOWN);
        }
    }

    @Test
    void numbersThatWereGivenByHandAreLeftOut() throws Exception {
        for (int i = 1; i <= 3; i++) {
            SOUND.tickets()
                    .commit(make.opening(
                            make.ticket().reference(SERIES.format(i)).build()));
        }
        List<TicketChange> changes = new ArrayList<>(openings(3));
        for (int i = 0; i < CROWD; i++) {
            changes.add(make.numbered(make.ticket().build(), SERIES, null));
        }

        List<CommitOutcome> outcomes = outcomes(store(DATABASE), changes);

        assertThat(outcomes).extracting(CommitOutcome::kind).containsOnly(Kind.COMMITTED);
        assertThat(IntStream.rangeClosed(4, 3 + CROWD)).allMatch(n -> SOUND.tickets()
                .findByReference(make.tenant(), SERIES.format(n))
                .isPresent());
        assertThat(SOUND.tickets().findByReference(make.tenant(), SERIES.format(4L + CROWD)))
                .isEmpty();
    }

    @Test
    void aTicketThatAHostHoldsStopsNobodyElse() throws Exception {
        Ticket held = opened();
        FutureTask<CommitOutcome> waiting;
        try (Connection host = DATABASE.getConnection()) {
            hold(host, held);
            JdbcStorage store = store(DATABASE);
            List<TicketChange> changes = new ArrayList<>(openings(CROWD));
            changes.add(3, make.change(held, edit -> edit.title("Waits")));

            List<FutureTask<CommitOutcome>> tasks = together(store, changes);

            waiting = tasks.remove(GroupCommits.MOST_LEADERS + 3);
            assertThat(await(tasks)).extracting(CommitOutcome::kind).containsOnly(Kind.COMMITTED);
            assertThat(store.tickets()
                            .commit(make.opening(make.ticket().build()))
                            .kind())
                    .isEqualTo(Kind.COMMITTED);
            assertThat(waiting.isDone()).isFalse();
            host.rollback();
            host.setAutoCommit(true);
        }
        assertThat(waiting.get(1, TimeUnit.MINUTES).kind()).isEqualTo(Kind.COMMITTED);
        assertThat(found(held).title()).isEqualTo("Waits");
    }

    @Test
    void twoConnectionsAreEnoughForAllEvenIfAHostHoldsTickets() throws Exception {
        List<Ticket> held = IntStream.range(0, 8).mapToObj(i -> opened()).toList();
        try (HikariDataSource two = new HikariDataSource();
                Connection host = DATABASE.getConnection()) {
            two.setDataSource(DATABASE);
            two.setMaximumPoolSize(2);
            for (Ticket each : held) {
                hold(host, each);
            }
            JdbcStorage store = store(two);
            List<TicketChange> changes = new ArrayList<>();
            held.forEach(each -> changes.add(make.change(each, edit -> edit.title("Waits"))));
            changes.addAll(openings(64));

            List<FutureTask<CommitOutcome>> tasks = together(store, changes);

            List<FutureTask<CommitOutcome>> waiting =
                    tasks.subList(GroupCommits.MOST_LEADERS, GroupCommits.MOST_LEADERS + held.size());
            List<FutureTask<CommitOutcome>> blocked = List.copyOf(waiting);
            waiting.clear();
            assertThat(await(tasks)).extracting(CommitOutcome::kind).containsOnly(Kind.COMMITTED);
            assertThat(blocked).noneMatch(FutureTask::isDone);
            host.rollback();
            host.setAutoCommit(true);
            assertThat(await(blocked)).extracting(CommitOutcome::kind).containsOnly(Kind.COMMITTED);
        }
    }

    @Test
    void anInterruptedCallerGetsHisAnswerAndKeepsTheInterrupt() throws Exception {
        JdbcStorage store = store(DATABASE);
        TicketChange change = make.opening(make.ticket().build());
        List<FutureTask<CommitOutcome>> tasks = crowd.commit(store, openings(GroupCommits.MOST_LEADERS), List.of());
        FutureTask<Boolean> interrupted =
                new FutureTask<>(() -> store.tickets().commit(change).kind() == Kind.COMMITTED
                        && Thread.currentThread().isInterrupted());
        Thread caller = new Thread(interrupted);
        caller.start();
        caller.interrupt();
        crowd.release();

        await(tasks);
        assertThat(interrupted.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(found(change.after())).isEqualTo(change.after());
    }

    private List<CommitOutcome> outcomes(JdbcStorage store, List<TicketChange> changes) throws Exception {
        return await(together(store, changes));
    }

    private List<FutureTask<CommitOutcome>> together(JdbcStorage store, List<TicketChange> changes)
            throws SQLException {
        List<FutureTask<CommitOutcome>> tasks = crowd.commit(store, openings(GroupCommits.MOST_LEADERS), changes);
        crowd.release();
        return tasks;
    }

    private JdbcStorage store(DataSource dataSource) {
        return JdbcStorage.owning(crowd.holdingUp(dataSource));
    }

    private static List<CommitOutcome> await(List<FutureTask<CommitOutcome>> tasks) throws Exception {
        List<CommitOutcome> outcomes = new ArrayList<>();
        for (FutureTask<CommitOutcome> task : tasks) {
            outcomes.add(task.get(1, TimeUnit.MINUTES));
        }
        return outcomes;
    }

    private static StorageException failure(FutureTask<CommitOutcome> task) throws Exception {
        try {
            throw new AssertionError(task.get(1, TimeUnit.MINUTES));
        } catch (ExecutionException e) {
            return (StorageException) e.getCause();
        }
    }

    private static void hold(Connection host, Ticket ticket) throws SQLException {
        host.setAutoCommit(false);
        try (PreparedStatement statement =
                host.prepareStatement("SELECT 1 FROM ticket WHERE tenant_id = ? AND id = ? FOR UPDATE")) {
            statement.setString(1, ticket.tenant().value());
            statement.setObject(2, ticket.id().value());
            statement.executeQuery();
        }
    }

    private List<TicketChange> openings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> make.opening(make.ticket().build()))
                .toList();
    }

    private Ticket opened() {
        TicketChange opening = make.opening(make.ticket().build());
        SOUND.tickets().commit(opening);
        return opening.after();
    }

    private static Ticket found(Ticket ticket) {
        return SOUND.tickets().find(ticket.tenant(), ticket.id()).orElseThrow();
    }

    private int count() {
        return SOUND.tickets()
                .list(make.tenant(), TicketQuery.all(), AccessScope.all(), null, 1_000)
                .size();
    }
}
