package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.DatabaseKeys;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.Routed;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.storage.CommitOutcome.Committed;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.testkit.contract.fixture.Rounds;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source of connections that leads each thread to the database of its tenant: nothing is stored where it does not belong. */
@Tag("B24")
class RoutingTest {
    private static final int THREADS = 24;
    private static final int OPENINGS = Rounds.of(400, 3_000);
    private static final ReferenceRequest SERIES = new ReferenceRequest("T-", "T-", 4);

    private final List<TicketFixtures> tenants =
            Stream.generate(TicketFixtures::ofNewTenant).limit(6).toList();
    private final Routed routed = new Routed();
    private final Queue<Opened> opened = new ConcurrentLinkedQueue<>();
    private final Queue<StorageException> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger(OPENINGS);
    private final List<HikariDataSource> databases = new ArrayList<>();

    @TempDir
    private Path directory;

    private record Opened(String tenant, String reference, int database) {}

    /** What two databases may have in common. */
    private enum Two {
        POSTGRESQL_EACH_WITH_A_KEY(SqlDialect.POSTGRESQL, false),
        POSTGRESQL_ONE_COPIED_FROM_THE_OTHER(SqlDialect.POSTGRESQL, true),
        H2_EACH_WITH_A_KEY(SqlDialect.H2, false),
        H2_ONE_COPIED_FROM_THE_OTHER(SqlDialect.H2, true),
        /** Called on other threads than those that are routed. */
        H2_FILES(SqlDialect.H2, false);

        final SqlDialect dialect;
        final boolean sameKey;

        Two(SqlDialect dialect, boolean sameKey) {
            this.dialect = dialect;
            this.sameKey = sameKey;
        }
    }

    @AfterEach
    void close() {
        databases.forEach(HikariDataSource::close);
    }

    @ParameterizedTest
    @EnumSource
    void noTicketGoesToAnotherTenantsDatabase(Two two) throws Exception {
        for (int i = 0; i < 2; i++) {
            HikariDataSource database = two == Two.H2_FILES
                    ? TestDatabase.withTables(TestDatabase.h2("file:" + directory.resolve("tickets" + i)))
                    : TestDatabase.withTables(two.dialect);
            DatabaseKeys.set(database, two.sameKey ? 7 : i);
            databases.add(database);
        }
        TicketStore store = JdbcStorage.owning(routed.dataSource).tickets();

        everybodyOpens(store);

        assertThat(opened.size() + refused.size()).isEqualTo(OPENINGS);
        for (int i = 0; i < 2; i++) {
            assertThat(stored(i)).containsExactlyInAnyOrderElementsOf(ofDatabase(i));
            assertThat(ofDatabase(i)).doesNotHaveDuplicates();
        }
        assertThat(opened).isNotEmpty();
        assertThat(refused).isNotEmpty().allSatisfy(e -> assertThat(e)
                .hasMessageContaining("another database")
                .hasMessageContaining("one storage for each database"));
    }

    private void everybodyOpens(TicketStore store) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        var threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = IntStream.range(0, THREADS)
                .<Future<?>>mapToObj(i -> threads.submit(() -> {
                    start.await();
                    open(store);
                    return null;
                }))
                .toList();
        for (Future<?> each : running) {
            each.get();
        }
        threads.shutdown();
    }

    private void open(TicketStore store) {
        for (int i = left.getAndDecrement(); i > 0; i = left.getAndDecrement()) {
            TicketFixtures make = tenants.get(i % tenants.size());
            int database = i % 2;
            routed.to(databases.get(database));
            try {
                Committed committed =
                        (Committed) store.commit(make.numbered(make.ticket().build(), SERIES, null));
                opened.add(new Opened(
                        make.tenant().value(), committed.receipt().reference().value(), database));
            } catch (StorageException e) {
                refused.add(e);
            }
        }
    }

    private List<Map<String, String>> ofDatabase(int database) {
        return opened.stream()
                .filter(each -> each.database == database)
                .map(each -> Map.of(each.tenant, each.reference))
                .toList();
    }

    private List<Map<String, String>> stored(int database) throws SQLException {
        List<Map<String, String>> found = new ArrayList<>();
        try (Connection connection = databases.get(database).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT tenant_id, reference FROM ticket")) {
            while (rows.next()) {
                found.add(new HashMap<>(Map.of(rows.getString(1), rows.getString(2))));
            }
        }
        return found;
    }
}
