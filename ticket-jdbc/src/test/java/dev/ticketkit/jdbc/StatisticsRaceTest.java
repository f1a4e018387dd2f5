package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.TransactionPerCall;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.statistics.CategoryCount;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.storage.statistics.CountQuery;
import dev.ticketkit.spi.storage.statistics.CountSummary;
import dev.ticketkit.spi.storage.statistics.DerivedStatistics;
import dev.ticketkit.spi.storage.statistics.TicketCount;
import dev.ticketkit.testkit.contract.fixture.RandomLife;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** While tickets live, categories merge and deltas are folded, all at once, what is kept counted equals a count at every moment. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B5")
class StatisticsRaceTest {
    private static final long SEED = 20_261_123L;
    private static final int WRITERS = 6;
    private static final int FOLDERS = 2;
    private static final int READERS = 2;
    /** Six writers with a merge at every fifth turn of the categories: some two hundred commits meet folds, merges and each other. */
    private static final int OPENINGS = Rounds.of(4, 12);

    private static final int CHANGES = Rounds.of(40, 120);

    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final List<TicketId> ids = new CopyOnWriteArrayList<>();
    private final AtomicInteger writing = new AtomicInteger(WRITERS);
    private final AtomicInteger folded = new AtomicInteger();

    StatisticsRaceTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cellsAndDeltasAreAlwaysWhatThereIs(boolean joined) throws Exception {
        TicketStorage store =
                joined ? new TransactionPerCall(database, JdbcOptions.defaults()) : JdbcStorage.owning(database);
        List<Callable<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            RandomLife life = new RandomLife(make, new Random(SEED + i));
            Random random = new Random(SEED - i);
            parts.add(() -> write(store, life, random));
        }
        parts.add(() -> arrangeCategories(store));
        for (int i = 0; i < FOLDERS; i++) {
            parts.add(() -> fold(JdbcStorage.owning(database)));
        }
        for (int i = 0; i < READERS; i++) {
            parts.add(() -> read(store));
        }
        runAll(parts);

        assertThat(folded).hasPositiveValue();
        assertExact(store);
        fold(store);
        assertExact(store);
        assertCountsAsTheTicketsSay(store);
        database.close();
    }

    private static void runAll(List<Callable<Integer>> parts) throws Exception {
        var threads = Executors.newFixedThreadPool(parts.size());
        List<Future<Integer>> running = parts.stream().map(threads::submit).toList();
        for (Future<Integer> each : running) {
            each.get();
        }
        threads.shutdown();
    }

    private int write(TicketStorage store, RandomLife life, Random random) {
        int won = 0;
        try {
            for (int i = 0; i < OPENINGS; i++) {
                ids.add(((Committed) store.tickets().commit(life.opening()))
                        .receipt()
                        .ticketId());
                for (int j = 0; j < CHANGES / OPENINGS; j++) {
                    Ticket before = store.tickets()
                            .find(make.tenant(), ids.get(random.nextInt(ids.size())))
                            .orElseThrow();
                    CommitOutcome outcome = store.tickets().commit(life.change(before));
                    won += outcome instanceof Committed ? 1 : 0;
                }
            }
            return won;
        } finally {
            writing.decrementAndGet();
        }
    }

    private int arrangeCategories(TicketStorage store) {
        List<String> names = List.of("Assistance", "Logistics", "Other", "More");
        int merged = 0;
        while (writing.get() > 0) {
            store.categories()
                    .rename(make.tenant(), make.category(names.get(merged % 2)).id(), "Renamed " + merged % 7);
            if (merged % 5 == 3) {
                store.categories()
                        .merge(
                                make.tenant(),
                                make.category("Assistance").id(),
                                make.category("Logistics").id());
            }
            merged++;
        }
        return merged;
    }

    private int fold(TicketStorage store) {
        int rounds = 0;
        while (writing.get() > 0 || store.maintenance().run(1) > 0) {
            folded.addAndGet(store.maintenance().run(7));
            rounds++;
        }
        return rounds;
    }

    private int read(TicketStorage store) {
        int read = 0;
        while (writing.get() > 0) {
            assertExact(store);
            read++;
        }
        return read;
    }

    private void assertExact(TicketStorage store) {
        assertThat(DerivedStatistics.of(store.statistics()).differences(make.tenant()))
                .as("seed %d", SEED)
                .isEmpty();
    }

    private void assertCountsAsTheTicketsSay(TicketStorage store) {
        long visible = ids.stream()
                .map(id -> store.tickets().find(make.tenant(), id).orElseThrow())
                .filter(ticket -> ticket.deletedAt() == null)
                .count();
        CountQuery query =
                new CountQuery(make.tenant(), AccessScope.all(), CountBasis.OPENED, InstantRange.ALWAYS, Set.of());
        assertThat(store.statistics().counts(query).stream()
                        .mapToLong(TicketCount::tickets)
                        .sum())
                .isEqualTo(visible);
        CountSummary summary = DerivedStatistics.of(store.statistics()).summary(query);
        assertThat(summary.categories().stream()
                        .mapToLong(CategoryCount::tickets)
                        .sum())
                .isEqualTo(visible);
        assertThat(summary.priorities().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(visible);
    }
}
