package dev.ticketkit.jdbc;

import static dev.ticketkit.jdbc.fixture.AutomationSamples.CONSUMER;
import static dev.ticketkit.jdbc.fixture.AutomationSamples.documents;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.AutomationSamples;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Automations in the host's transaction: they are there when he commits, and losing does not break it. */
@ParameterizedClass
@EnumSource(SqlDialect.class)
@Tag("B6")
class AutomationJoiningTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final HikariDataSource database;
    private final JdbcStorage owning;
    private final TenantId tenant = TicketFixtures.ofNewTenant().tenant();
    private final AutomationSamples samples = new AutomationSamples(tenant);
    private Connection connection;
    private JdbcStorage joined;

    AutomationJoiningTest(SqlDialect dialect) {
        database = TestDatabase.withTables(dialect);
        owning = JdbcStorage.owning(database);
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        joined = JdbcStorage.joining(HostConnections.held(() -> connection));
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
        database.close();
    }

    @Test
    @Tag("F25")
    void isThereWhenTheHostCommits() throws SQLException {
        Firing firing = samples.firing(UUID.randomUUID());
        storeAll(firing);
        assertThat(owning.deliveries().claim("one", 10, LONG)).isEmpty();
        assertThat(owning.automations().automations(tenant).revision()).isZero();

        connection.commit();

        assertThat(owning.automations().automations(tenant).documents()).isEqualTo(documents("1"));
        assertThat(owning.executions().firing(tenant, firing.id())).contains(firing);
        assertThat(owning.notifications().optedOut(tenant)).containsExactly("op-1");
        assertThat(owning.deliveries().claim("one", 10, LONG))
                .extracting(Delivery::eventId)
                .containsExactly(firing.id());
    }

    @Test
    @Tag("F25")
    void isRolledBackWithTheHost() throws SQLException {
        Firing firing = samples.firing(UUID.randomUUID());
        storeAll(firing);
        connection.rollback();

        assertThat(owning.automations().automations(tenant).revision()).isZero();
        assertThat(owning.executions().firing(tenant, firing.id())).isEmpty();
        assertThat(owning.executions().executions(tenant, firing.id())).isEmpty();
        assertThat(owning.notifications().optedOut(tenant)).isEmpty();
        assertThat(owning.deliveries().kept().pending(tenant)).isZero();
    }

    @Test
    void losersLeaveTheTransactionUsable() throws SQLException {
        Firing stored = samples.firing(UUID.randomUUID());
        fire(owning, stored);
        owning.automations().change(tenant, 0, documents("1"), Set.of());
        owning.notifications().setOptedOut(tenant, "op-1", true);

        assertThat(fire(joined, samples.firing(stored.id(), "other"))).contains(stored);
        assertThat(fire(joined, stored)).contains(stored);
        assertThat(joined.automations().change(tenant, 0, documents("2"), Set.of()))
                .isFalse();
        joined.notifications().setOptedOut(tenant, "op-1", true);
        joined.executions().begin(tenant, stored.id(), List.of(samples.run(stored.id())));
        joined.automations().change(tenant, 1, documents("3"), Set.of());
        connection.commit();

        assertThat(owning.automations().automations(tenant).documents()).isEqualTo(documents("3"));
        assertThat(owning.deliveries().kept().pending(tenant)).isEqualTo(1);
    }

    @Test
    void theCallerHurriesInTheSameTransaction() throws SQLException {
        Firing firing = samples.firing(UUID.randomUUID());
        joined.executions().fire(firing, List.of(), CONSUMER, LONG);
        joined.executions().deliverNow(tenant, firing.id());
        connection.commit();

        assertThat(owning.deliveries().claim("one", 10, LONG)).hasSize(1);
    }

    private void storeAll(Firing firing) {
        assertThat(fire(joined, firing)).isEmpty();
        assertThat(joined.automations().change(tenant, 0, documents("1"), Set.of()))
                .isTrue();
        joined.notifications().setOptedOut(tenant, "op-1", true);
    }

    private Optional<Firing> fire(JdbcStorage storage, Firing firing) {
        return storage.executions().fire(firing, List.of(samples.run(firing.id())), CONSUMER, Duration.ZERO);
    }
}
