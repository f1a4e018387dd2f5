package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.AutomationSamples;
import dev.ticketkit.jdbc.fixture.LoggedServer;
import dev.ticketkit.jdbc.fixture.TransactionPerCall;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Kind;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of a call in the ordinary course of things is no error in the log of the server. */
class ServerLogTest {
    private static final ReferenceRequest SERIES = new ReferenceRequest("T-", "T-", 3);
    private static final JdbcOptions SINGLY =
            JdbcOptions.builder().groupCommit(false).build();
    private static final int RACERS = 8;

    @TempDir
    private static Path folder;

    private static LoggedServer server;
    private static HikariDataSource database;

    @BeforeAll
    static void start() throws IOException {
        server = new LoggedServer(folder.resolve("server.log"));
        database = server.pool();
        TicketSchema.create(database);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
        server.close();
    }

    /** Forms of commit. */
    @SuppressWarnings("ImmutableEnumChecker") // what makes a store has no state
    private enum Form {
        OWNING(JdbcStorage::owning),
        SINGLY(source -> JdbcStorage.owning(source, ServerLogTest.SINGLY)),
        BATCH(BatchForms::amongOthers),
        JOINING(source -> new TransactionPerCall(source, JdbcOptions.defaults()));

        final Function<DataSource, TicketStorage> store;

        Form(Function<DataSource, TicketStorage> store) {
            this.store = store;
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingOfOrdinaryOutcomes(Form form) throws IOException {
        List<String> before = server.errors();
        for (Outcome each : Outcome.values()) {
            each.call.accept(new Call(form.store.apply(database), TicketFixtures.ofNewTenant()));

            assertThat(server.errors()).as(each.name()).isEqualTo(before);
        }
    }

    @Test
    void isRead() throws Exception {
        List<String> before = server.errors();

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(catchThrowable(() -> statement.execute("SELECT 1 / 0"))).isNotNull();
        }

        assertThat(server.errors()).hasSize(before.size() + 1).last().asString().contains("division by zero");
    }

    @Test
    void saysNothingOfThoseThatRaceForAKey() throws Exception {
        TicketFixtures make = TicketFixtures.ofNewTenant();

        List<Kind> kinds = raced(i -> make.numbered(make.ticket().build(), SERIES, stamp("open:1")));

        assertThat(kinds).containsOnlyOnce(Kind.COMMITTED).contains(Kind.REPLAYED);
    }

    @Test
    void saysNothingOfThoseThatRaceForTheFirstNumber() throws Exception {
        TicketFixtures make = TicketFixtures.ofNewTenant();

        List<Kind> kinds = raced(i -> make.numbered(make.ticket().build(), SERIES, null));

        assertThat(kinds).containsOnly(Kind.COMMITTED);
        assertThat(JdbcStorage.owning(database).tickets().findByReference(make.tenant(), SERIES.format(RACERS)))
                .isPresent();
    }

    @Test
    void saysNothingOfThoseThatRaceForANewCategory() throws Exception {
        TicketFixtures make = TicketFixtures.ofNewTenant();

        List<Kind> kinds = raced(
                i -> make.opening(make.ticket().category(make.category("New")).build()));

        assertThat(kinds).containsOnly(Kind.COMMITTED);
    }

    /** Each on a node of its own, all at the same moment. */
    private static List<Kind> raced(IntFunction<TicketChange> change) throws Exception {
        List<String> before = server.errors();
        CyclicBarrier start = new CyclicBarrier(RACERS);
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        List<Callable<Kind>> calls = new ArrayList<>();
        IntStream.range(0, RACERS).forEach(i -> {
            TicketStorage node = JdbcStorage.owning(database, SINGLY);
            TicketChange mine = change.apply(i);
            calls.add(() -> {
                start.await();
                return node.tickets().commit(mine).kind();
            });
        });
        List<Kind> kinds = new ArrayList<>();
        for (Future<Kind> each : threads.invokeAll(calls)) {
            kinds.add(each.get());
        }
        threads.shutdown();

        assertThat(server.errors()).isEqualTo(before);
        return kinds;
    }

    private static IdempotencyStamp stamp(String key) {
        return TicketFixtures.stamp(key, "body");
    }

    /** What a call may come to without anybody having done wrong. */
    @SuppressWarnings("ImmutableEnumChecker") // calls have no state
    private enum Outcome {
        OPENED(call -> call.commit(call.make.opening(call.ticket()))),
        REPLAYED(call -> call.twice(Kind.REPLAYED, () -> call.make.opening(call.ticket(), stamp("k")))),
        NUMBERED_REPLAYED(call -> call.twice(Kind.REPLAYED, () -> call.numbered(stamp("k")))),
        CHANGE_REPLAYED(call -> {
            Ticket ticket = call.stored(call.ticket());
            call.twice(Kind.REPLAYED, () -> call.make.change(ticket, edit -> edit.title("Other"), stamp("k")));
        }),
        KEY_REUSED(call -> {
            call.commit(call.numbered(stamp("k")));
            call.expect(Kind.KEY_REUSED, call.numbered(TicketFixtures.stamp("k", "other")));
        }),
        REFERENCE_TAKEN(call -> call.twice(
                Kind.REFERENCE_TAKEN,
                () -> call.make.opening(
                        call.make.ticket().reference(new Reference("A-1")).build()))),
        EXTERNAL_ID_TAKEN(call -> call.twice(
                Kind.EXTERNAL_ID_TAKEN,
                () -> call.make.numbered(call.make.ticket().externalId("x").build(), SERIES, null))),
        EXTERNAL_ID_TAKEN_AMONG_MANY(call -> call.storage
                .tickets()
                .commitAll(IntStream.range(0, 4)
                        .mapToObj(i -> call.make.numbered(
                                call.make.ticket().externalId("x" + i % 2).build(), SERIES, null))
                        .toList())),
        NUMBER_TAKEN(call -> {
            call.commit(call.make.opening(
                    call.make.ticket().reference(SERIES.format(1)).build()));
            call.commit(call.numbered(null));
            call.commit(call.make.opening(
                    call.make.ticket().reference(SERIES.format(3)).build()));
            call.storage.tickets().commitAll(List.of(call.numbered(null), call.numbered(null)));
        }),
        STALE(call -> {
            Ticket ticket = call.stored(call.ticket());
            call.commit(call.make.change(ticket, edit -> edit.title("One")));
            call.expect(Kind.STALE, call.make.change(ticket, edit -> edit.title("Two")));
            call.expect(Kind.STALE, call.make.nothingChanged(ticket, stamp("k")));
        }),
        TICKET_GONE(call -> call.expect(
                Kind.STALE, call.make.change(call.make.ticket().version(7).build(), edit -> edit.title("Two")))),
        STATUS_GONE(call -> {
            Status lab = new Status("lab", MacroStatus.IN_PROGRESS, 30);
            StatusEntry hidden = new StatusEntry(lab, "Lab", true);
            call.storage.statuses().saveStatus(call.make.tenant(), null, hidden);
            call.expect(Kind.STALE, call.opening(lab));
            call.expect(Kind.STALE, call.make.numbered(call.inStatus(lab), SERIES, null));
            call.storage.statuses().removeStatus(call.make.tenant(), hidden);
            call.expect(Kind.STALE, call.opening(lab));
            assertThat(call.storage.statuses().saveStatus(call.make.tenant(), hidden, hidden))
                    .isFalse();
        }),
        STATUS_TAKEN(call -> {
            StatusEntry lab = new StatusEntry(new Status("lab", MacroStatus.IN_PROGRESS, 30), "Lab", false);
            StatusEntry other = new StatusEntry(new Status("other", MacroStatus.IN_PROGRESS, 31), "Other", false);
            StatusEntry sameLabel = new StatusEntry(other.status(), "lab", false);
            StatusEntry samePlace = new StatusEntry(new Status("third", MacroStatus.IN_PROGRESS, 30), "Third", false);
            assertThat(call.save(null, lab)).isTrue();
            assertThat(call.save(null, lab)).isFalse();
            assertThat(call.save(null, sameLabel)).isFalse();
            assertThat(call.save(null, samePlace)).isFalse();
            assertThat(call.save(null, other)).isTrue();
            assertThat(call.save(other, sameLabel)).isFalse();
        }),
        CATEGORY_GONE(call -> {
            call.stored(call.inCategory("Old"));
            call.stored(call.inCategory("Kept"));
            UUID old = call.make.category("Old").id();
            call.storage
                    .categories()
                    .merge(call.make.tenant(), old, call.make.category("Kept").id());
            call.storage.categories().hide(call.make.tenant(), old, true);
            call.commit(call.make.opening(call.inCategory("Old")));
            call.commit(call.make.numbered(call.inCategory("Kept"), SERIES, null));
            call.storage.categories().rename(call.make.tenant(), UUID.randomUUID(), "None");
        }),
        CATEGORY_TAKEN(call -> {
            call.stored(call.inCategory("One"));
            call.stored(call.inCategory("Two"));
            assertThat(call.storage
                            .categories()
                            .rename(
                                    call.make.tenant(),
                                    call.make.category("One").id(),
                                    "two"))
                    .isFalse();
        }),
        AUTOMATIONS_CHANGED_MEANWHILE(call -> {
            assertThat(call.storage
                            .automations()
                            .change(call.make.tenant(), 0, AutomationSamples.documents("{}"), Set.of()))
                    .isTrue();
            assertThat(call.storage
                            .automations()
                            .change(call.make.tenant(), 0, AutomationSamples.documents("{}"), Set.of()))
                    .isFalse();
        }),
        FIRED_AGAIN(call -> {
            AutomationSamples samples = new AutomationSamples(call.make.tenant());
            UUID event = UUID.randomUUID();
            for (int i = 0; i < 2; i++) {
                call.storage
                        .executions()
                        .fire(samples.firing(event), List.of(samples.run(event)), "automations", Duration.ofHours(1));
            }
        });

        final Consumer<Call> call;

        Outcome(Consumer<Call> call) {
            this.call = call;
        }
    }

    /** A storage, and who calls it. */
    private record Call(TicketStorage storage, TicketFixtures make) {
        Ticket ticket() {
            return make.ticket().build();
        }

        Ticket inCategory(String name) {
            return make.ticket().category(make.category(name)).build();
        }

        Ticket inStatus(Status status) {
            return make.ticket().status(status).build();
        }

        TicketChange opening(Status status) {
            return make.opening(inStatus(status));
        }

        TicketChange numbered(IdempotencyStamp stamp) {
            return make.numbered(ticket(), SERIES, stamp);
        }

        boolean save(StatusEntry before, StatusEntry entry) {
            return storage.statuses().saveStatus(make.tenant(), before, entry);
        }

        Ticket stored(Ticket ticket) {
            commit(make.opening(ticket));
            return storage.tickets().find(make.tenant(), ticket.id()).orElseThrow();
        }

        void commit(TicketChange change) {
            expect(Kind.COMMITTED, change);
        }

        void expect(Kind kind, TicketChange change) {
            CommitOutcome outcome = storage.tickets().commit(change);
            assertThat(outcome.kind()).isEqualTo(kind);
        }

        void twice(Kind second, Supplier<TicketChange> change) {
            commit(change.get());
            expect(second, change.get());
        }
    }
}
