package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.delivery.DeliveredEvent;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.fixture.CalledPorts;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.WorkoutOfPorts;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.testkit.MemoryStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant's storage is chosen by a function: here each has a database of its own. */
@Tag("B24")
class StorageByTenantTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final HikariDataSource ones = TestDatabase.withTables(SqlDialect.H2);
    private final HikariDataSource others = TestDatabase.withTables(SqlDialect.H2);
    private final TenantId one = new TenantId("one");
    private final TenantId other = new TenantId("other");
    private final Map<TenantId, TicketStorage> storages =
            Map.of(one, JdbcStorage.owning(ones), other, JdbcStorage.owning(others));
    private final TicketStorage storage = TicketStorage.byTenant(storages::get, storages::values);

    @AfterEach
    void close() {
        ones.close();
        others.close();
    }

    @Test
    void eachTenantsTicketsAreInItsDatabaseAndAreDelivered() throws SQLException {
        TicketDesk desk = TicketDesk.builder().storage(storage).build();
        List<String> told = new ArrayList<>();
        TicketDesk pump = TicketDesk.builder()
                .storage(storage)
                .consumer(new Remembering(told))
                .automations(false)
                .build();

        for (TenantId tenant : List.of(one, other, one)) {
            desk.as(tenant, Actor.operator("olga", "Olga"))
                    .contact(Contact.of("c", "Carla"))
                    .open(OpenTicket.builder().title("For " + tenant.value()).build());
        }
        pump.drainWithRetries();

        assertThat(tenantsOfTickets(ones)).containsExactly("one", "one");
        assertThat(tenantsOfTickets(others)).containsExactly("other");
        assertThat(told).containsExactlyInAnyOrder("one", "one", "other");
        assertThat(storage.deliveries().kept().pending(one)).isZero();
        assertThat(storage.deliveries().kept().pending(other)).isZero();
    }

    @Test
    void everyMethodOfEveryPortIsPassedOn() throws SQLException {
        MemoryStorage even = new MemoryStorage();
        MemoryStorage odd = new MemoryStorage();
        CalledPorts ports = new CalledPorts(TicketStorage.byTenant(
                tenant -> tenant.value().hashCode() % 2 == 0 ? even : odd, () -> List.of(even, odd)));

        new WorkoutOfPorts(ports.storage).run();

        assertThat(ports.called).isEqualTo(CalledPorts.all());
    }

    @Test
    void outcomesOfManyTenantsAreInTheOrderOfTheirChanges() {
        List<TicketChange> changes = new ArrayList<>();
        for (TenantId tenant : List.of(one, other, other, one)) {
            TicketFixtures make = new TicketFixtures(tenant);
            changes.add(make.opening(make.ticket().build()));
        }

        List<CommitOutcome> outcomes = storage.tickets().commitAll(changes);

        assertThat(outcomes)
                .extracting(CommitOutcome::kind)
                .as("the first reference of each is taken the second time")
                .containsExactly(
                        CommitOutcome.Kind.COMMITTED,
                        CommitOutcome.Kind.COMMITTED,
                        CommitOutcome.Kind.REFERENCE_TAKEN,
                        CommitOutcome.Kind.REFERENCE_TAKEN);
    }

    @Test
    void aStorageThatFailsKeepsNoOthersDeliveries() {
        StorageException away = new StorageException(TicketErrorCode.STORAGE_UNAVAILABLE, "away", null);
        TicketStorage failing = mock();
        DeliveryQueue queue = mock();
        when(failing.keeps(any())).thenReturn(true);
        when(failing.deliveries()).thenReturn(queue);
        when(queue.claim(any(), anyInt(), any())).thenThrow(away);
        TicketStorage both = TicketStorage.byTenant(storages::get, () -> List.of(failing, storages.get(one), failing));
        TicketFixtures make = new TicketFixtures(one);
        both.tickets().commit(make.opening(make.ticket().build()));

        List<Delivery> claimed = both.deliveries().claim("worker", 10, LEASE);

        assertThat(claimed).extracting(Delivery::tenant).containsExactly(one);
        assertThatThrownBy(() -> both.deliveries().claim("worker", 10, LEASE)).isSameAs(away);
    }

    @Test
    void aTenantWithoutStorageIsNamed() {
        assertThatThrownBy(() -> storage.events().changesSince(new TenantId("nobody"), 0, 1))
                .hasMessage("byTenant: no storage for tenant nobody");
    }

    private static List<String> tenantsOfTickets(DataSource database) throws SQLException {
        List<String> tenants = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT tenant_id FROM ticket")) {
            while (rows.next()) {
                tenants.add(rows.getString(1));
            }
        }
        return tenants;
    }

    private record Remembering(List<String> told) implements EventConsumer {
        @Override
        public String name() {
            return "remembering";
        }

        @Override
        public DeliveryResult handle(DeliveredEvent context) {
            told.add(context.event().tenant().value());
            return DeliveryResult.DELIVERED;
        }
    }
}
