package dev.ticketkit.jdbc.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.StorageInternals;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.NodesDataSource;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cluster of which one node is away: who is looked for on all nodes is found no more, but known tenants of the others are served on. */
@Tag("F58")
class DeadNodeTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final int MANY = 25;

    private final HikariDataSource database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
    private final NodesDataSource nodes = new NodesDataSource(database);
    private final TicketStorage storage =
            StorageInternals.owning(nodes.dataSource, JdbcOptions.defaults(), millis -> {});
    private final TicketStorage writer = JdbcStorage.owning(database);
    private final List<TicketFixtures> here = tenants();
    private final List<TicketFixtures> away = tenants();

    @BeforeEach
    void serveAllOnce() {
        everybody().forEach(this::open);
        storage.maintenance().run(1_000);
        assertThat(claimed()).hasSize(2 * MANY);
        everybody().forEach(this::open);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void deliveriesOfTheOtherNodesGoOn() {
        loseNode();

        assertThat(claimed()).isEqualTo(oneOfEach(here));
        assertThat(claimed()).isEmpty();
        here.forEach(this::open);
        assertThat(claimed()).isEqualTo(oneOfEach(here));
    }

    @Test
    void whenTheNodeIsBackItsOwnAndNewOnesAreServed() {
        loseNode();
        assertThat(claimed()).isEqualTo(oneOfEach(here));
        TicketFixtures fresh = TicketFixtures.ofNewTenant();
        open(fresh);

        nodes.comeBack();

        assertThat(claimed())
                .isEqualTo(
                        oneOfEach(Stream.concat(away.stream(), Stream.of(fresh)).toList()));
    }

    @Test
    void choresOfTheOtherNodesAreDone() throws SQLException {
        loseNode();

        storage.maintenance().run(1_000);

        for (String table : List.of("ticket_delta", "ticket_unsequenced", "ticket_unindexed")) {
            assertThat(tenantsIn(table)).as(table).isEqualTo(oneOfEach(away).keySet());
        }
        nodes.comeBack();
        storage.maintenance().run(1_000);
        assertThat(tenantsIn("ticket_delta")).isEmpty();
    }

    /** A round that meets a tenant whose node went away since it was found goes on with the next. */
    @Test
    void oneTenantThatFailsDoesNotEndTheRound() throws SQLException {
        List<String> order =
                everybody().map(make -> make.tenant().value()).sorted().toList();
        DueTenants due = new DueTenants();
        OwningTransactions transactions = StorageInternals.transactions(database);
        DueLook look = DueLook.of(
                StorageInternals.names(),
                "SELECT d.tenant_id FROM {ticket_delta} d WHERE d.tenant_id %s ORDER BY d.tenant_id LIMIT 1");

        int done = due.inTurn(transactions, look, 20, (tenant, most) -> {
            if (tenant.equals(order.get(0))) {
                throw StorageErrors.of(new SQLException("gone", "08006"));
            }
            return 1;
        });

        assertThat(done).isEqualTo(20);
    }

    @Test
    void whenNobodyAnswersItIsSaid() {
        loseNode();
        nodes.lose(here.stream().map(make -> make.tenant().value()).toArray(String[]::new));

        assertThatThrownBy(this::claimed).isInstanceOf(StorageException.class);
        assertThatThrownBy(this::claimed).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.maintenance().run(1_000)).isInstanceOf(StorageException.class);
    }

    @Test
    void whoIsAwayIsAskedWithoutPatience() {
        loseNode();
        assertThat(claimed()).isEqualTo(oneOfEach(here));
        nodes.failures.set(0);

        assertThat(claimed()).isEmpty();

        assertThat(nodes.failures.get()).isEqualTo(MANY + 1);
    }

    private void loseNode() {
        nodes.lose(away.stream().map(make -> make.tenant().value()).toArray(String[]::new));
    }

    private Stream<TicketFixtures> everybody() {
        return Stream.concat(here.stream(), away.stream());
    }

    private void open(TicketFixtures make) {
        writer.tickets().commit(make.opening(make.ticket().build()));
    }

    /** How many of each tenant, until nothing more is found. */
    private Map<String, Long> claimed() {
        List<Delivery> all = Stream.generate(() -> storage.deliveries().claim("w", 10, LONG))
                .takeWhile(batch -> !batch.isEmpty())
                .flatMap(List::stream)
                .toList();
        return all.stream()
                .collect(Collectors.groupingBy(delivery -> delivery.tenant().value(), Collectors.counting()));
    }

    private static Map<String, Long> oneOfEach(List<TicketFixtures> tenants) {
        return tenants.stream().collect(Collectors.toMap(make -> make.tenant().value(), make -> 1L));
    }

    private Set<String> tenantsIn(String table) throws SQLException {
        Set<String> tenants = new HashSet<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT DISTINCT tenant_id FROM " + table)) {
            while (rows.next()) {
                tenants.add(rows.getString(1));
            }
        }
        return tenants;
    }

    private static List<TicketFixtures> tenants() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> TicketFixtures.ofNewTenant())
                .toList();
    }
}
