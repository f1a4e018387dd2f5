package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** 64 hosts' transactions take numbers of one series; half are rolled back, some lose. No gap, and no number twice. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("F20")
class JoiningRaceTest {
    private static final int THREADS = 64;
    private static final int ROUNDS = 4;
    private static final long SEED = 20261122;
    private static final ReferenceRequest SERIES = new ReferenceRequest("S", "S-", 1);

    private final HikariDataSource database;
    private final TicketFixtures make = TicketFixtures.ofNewTenant();
    private final CyclicBarrier start = new CyclicBarrier(THREADS);

    JoiningRaceTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
    }

    @Test
    void numbersHaveNeitherGapNorRepeat() throws Exception {
        database.setMaximumPoolSize(THREADS);
        var threads = Executors.newFixedThreadPool(THREADS);
        List<Future<List<TicketId>>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(SEED + i);
            running.add(threads.submit(() -> host(random)));
        }
        List<TicketId> kept = new ArrayList<>();
        for (Future<List<TicketId>> each : running) {
            kept.addAll(each.get());
        }
        threads.shutdown();

        var store = JdbcStorage.owning(database).tickets();
        List<Long> numbers = new ArrayList<>();
        for (TicketId id : kept) {
            Reference reference = store.find(make.tenant(), id).orElseThrow().reference();
            numbers.add(Long.parseLong(reference.value().substring(2)));
        }
        assertThat(numbers).as("seed %d", SEED).isNotEmpty().doesNotHaveDuplicates();
        for (long number = 1; number <= kept.size(); number++) {
            assertThat(numbers).as("seed %d", SEED).contains(number);
        }
        database.close();
    }

    private List<TicketId> host(Random random) throws Exception {
        List<TicketId> kept = new ArrayList<>();
        start.await();
        for (int round = 0; round < ROUNDS; round++) {
            // A key that others use too: some openings lose and must give their number back.
            String key = "open:" + random.nextInt(THREADS);
            TicketChange opening = make.numbered(
                    make.ticket().build(), SERIES, random.nextBoolean() ? TicketFixtures.stamp(key, "body") : null);
            boolean keep = random.nextBoolean();
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                CommitOutcome outcome = JdbcStorage.joining(HostConnections.held(() -> connection))
                        .tickets()
                        .commit(opening);
                if (keep) {
                    connection.commit();
                    addCommitted(kept, outcome);
                } else {
                    connection.rollback();
                }
            }
        }
        return kept;
    }

    private static void addCommitted(List<TicketId> kept, CommitOutcome outcome) {
        if (outcome instanceof Committed committed) {
            kept.add(committed.receipt().ticketId());
        }
    }
}
